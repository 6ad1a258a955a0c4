using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Publishing;

/// <summary>
/// Publishes an image in a launch template: a version from the default one, with the new image, which then becomes the default. Last,
/// old versions of this module are deleted.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="options">The options.</param>
/// <param name="poll">Reads until a version is visible.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class TemplatePublisher(CvmClient client, RolloutOptions options, ReadPoll poll, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Publishes the image.</summary>
    public async Task<Publication> PublishAsync(RolloutTarget target, CancellationToken cancellationToken)
    {
        var (row, id) = (target.Row, target.Row.TargetId);
        var versions = await ReadAsync(row, cancellationToken);
        if (versions.Default is not { LaunchTemplateVersion: { } basedOn } current)
            throw new RuleViolationException(RolloutRules.TargetNotFound(new(row.Kind, id, IsId: true), row.Region));
        if (current.LaunchTemplateVersionData?.ImageId == row.ImageId)
            return row with { Version = basedOn, Status = PublicationStatus.Unchanged };

        var description = new VersionDescription(row.ImageId, basedOn);
        var number = versions.FindMade(description)?.LaunchTemplateVersion ?? await CreateAsync(row, versions, current, description, cancellationToken);
        row = row with
        {
            PreviousVersion = basedOn,
            PreviousImageId = current.LaunchTemplateVersionData?.ImageId,
            Version = number,
            RequestId = await TemplateDefault.SetAsync(client, row.Region, id, number, cancellationToken),
            PublishedAt = timeProvider.GetUtcNow(),
            CompletedAt = timeProvider.GetUtcNow(),
            Status = PublicationStatus.Published,
        };
        await CleanAsync(row, cancellationToken);
        return row;
    }

    private async Task<TemplateVersions> ReadAsync(Publication row, CancellationToken cancellationToken)
    {
        var template = await client.FindLaunchTemplateAsync(row.Region, row.TargetId, cancellationToken);
        return new(template is null ? [] : await client.ListLaunchTemplateVersionsAsync(row.Region, template, cancellationToken));
    }

    private async Task<long> CreateAsync(
        Publication row, TemplateVersions versions, LaunchTemplateVersionInfo current, VersionDescription description, CancellationToken cancellationToken)
    {
        if (versions.IsFull)
            await DeleteAsync(row, versions.Surplus(options.KeepVersion - 1, [current.LaunchTemplateVersion]), cancellationToken);
        var request = new CreateLaunchTemplateVersionRequest
        {
            LaunchTemplateId = row.TargetId,
            LaunchTemplateVersion = current.LaunchTemplateVersion,
            Placement = PlacementOf(current),
            ImageId = row.ImageId,
            LaunchTemplateVersionDescription = description.With(options.Description),
            // The same in each run, so that two runs at the same time create one version.
            ClientToken = Hashing.Sha256Hex(System.Text.Encoding.UTF8.GetBytes($"{row.TargetId}\n{versions.Latest}\n{description.With(options.Description)}")),
        };
        for (var losses = LostResponses.None; ;)
        {
            try
            {
                if ((await client.CreateLaunchTemplateVersionAsync(row.Region, request, cancellationToken)).LaunchTemplateVersionNumber is { } number)
                    return number;
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed && losses.MayRetry)
            {
                losses = losses.With(exception);
            }

            var (found, error) = await poll.RunAsync(
                row.Region,
                LostResponses.VisibilityWindow,
                LostResponses.SearchBackoff,
                async () => (await ReadAsync(row, cancellationToken)).FindMade(description)?.LaunchTemplateVersion,
                version => version is not null,
                cancellationToken);
            if (found is { } made)
                return made;
            if (error is not null)
                throw error;
        }
    }

    // A deletion that fails does not fail the publication: the next one deletes these versions too.
    private async Task CleanAsync(Publication row, CancellationToken cancellationToken)
    {
        try
        {
            var versions = await ReadAsync(row, cancellationToken);
            await DeleteAsync(row, versions.Surplus(options.KeepVersion, [row.Version, row.PreviousVersion, versions.Default?.LaunchTemplateVersion]), cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            RolloutLog.VersionsNotDeleted(logger, row.TargetId, exception);
        }
    }

    private async Task DeleteAsync(Publication row, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return;
        await client.DeleteLaunchTemplateVersionsAsync(
            row.Region, new() { LaunchTemplateId = row.TargetId, LaunchTemplateVersions = numbers }, cancellationToken);
        RolloutLog.VersionsDeleted(logger, row.TargetId, numbers);
    }

    // The service returns the host of an instance in another field than it reads.
    private static Placement PlacementOf(LaunchTemplateVersionInfo version)
    {
        var placement = version.LaunchTemplateVersionData?.Placement ?? new Placement();
        return placement with { HostIds = placement.HostIds ?? (placement.HostId is { Length: > 0 } host ? [host] : null), HostId = null, RackId = null };
    }
}
