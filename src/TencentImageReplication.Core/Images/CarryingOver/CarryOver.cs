using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>
/// Sets the attributes that SyncImages does not copy, on copies that are available. The steps are independent: if one fails, the
/// others still run. Each step can be repeated.
/// </summary>
public sealed class CarryOver(CvmClient client, ImageTagger tagger, ILogger logger)
{
    private const CarriedAttributes OwnAttributes = CarriedAttributes.Description | CarriedAttributes.Family | CarriedAttributes.Deprecated;

    // The user has confirmed the attributes with the copy.
    private static readonly Task<bool> Confirmed = Task.FromResult(true);

    private readonly ImageEditor _editor = new(client, tagger, logger);
    private readonly ImageSharing _sharing = new(client, logger);

    // Many copies have one source.
    private readonly SharedReads<Image?> _sources = new();
    private readonly SharedReads<IReadOnlyList<SharePermission>> _shares = new();

    /// <summary>Carries attributes over to a copy.</summary>
    /// <param name="request">The attributes and their source.</param>
    /// <param name="copy">The copy, which is available.</param>
    /// <param name="region">The region of the copy.</param>
    /// <param name="cancellationToken">Cancels between steps or in the middle of one.</param>
    public async Task<CarryOverOutcome> RunAsync(
        CarryOverRequest request, Image copy, string region, CancellationToken cancellationToken)
    {
        var failures = new List<CarryOverFailure>();
        Image? source = null;
        await TryAsync(request.Attributes, async () => source = await FindSourceAsync(request, cancellationToken));
        if (source is not null)
        {
            // In this order, because a shared image may refuse changes.
            await StepAsync(OwnAttributes, wanted => SetAttributesAsync(wanted, source, copy, region, cancellationToken));
            await StepAsync(CarriedAttributes.Tag, _ => tagger.TagAsync(region, copy.ImageId, ModuleTags.OfUsers(source), cancellationToken));
            await StepAsync(CarriedAttributes.Sharing, _ => ShareAsync(request, copy, region, cancellationToken));
        }

        return new CarryOverOutcome(failures.Aggregate(CarriedAttributes.None, (left, failure) => left | failure.Attributes), failures);

        async Task StepAsync(CarriedAttributes step, Func<CarriedAttributes, Task> run)
        {
            var wanted = request.Attributes & step;
            if (wanted == CarriedAttributes.None)
                return;
            if (await TryAsync(wanted, () => run(wanted)))
                CarryOverLog.CarriedOver(logger, wanted, request.SourceImageId, copy.ImageId, region);
        }

        async Task<bool> TryAsync(CarriedAttributes attributes, Func<Task> run)
        {
            try
            {
                await run();
                return true;
            }
            catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
            {
                failures.Add(new CarryOverFailure(attributes, exception));
                return false;
            }
        }
    }

    private async Task<Image> FindSourceAsync(CarryOverRequest request, CancellationToken cancellationToken) =>
        await _sources.ReadAsync(
            (request.SourceRegion, request.SourceImageId),
            async () =>
            {
                var found = await client.FindImagesAsync(request.SourceRegion, [request.SourceImageId], cancellationToken);
                return found.TryGetValue(request.SourceImageId, out var image) ? image : null;
            })
        ?? throw new RuleViolationException(new RuleViolation(
            "CarryOverSourceGone",
            Localized.Text(
                $"The source {request.SourceImageId} in '{request.SourceRegion}' no longer exists. Its attributes cannot be carried over.",
                $"源镜像 {request.SourceImageId}（{request.SourceRegion}）已不存在，无法沿用其内容。"),
            Localized.Text("Set the attributes of the copy with Set-TccImage.", "请用 Set-TccImage 设置副本。")));

    private Task<Image?> SetAttributesAsync(
        CarriedAttributes wanted, Image source, Image copy, string region, CancellationToken cancellationToken)
    {
        var request = new ModifyImageAttributeRequest
        {
            ImageId = copy.ImageId,
            ImageDescription = wanted.HasFlag(CarriedAttributes.Description) ? source.ImageDescription ?? "" : null,
            ImageFamily = wanted.HasFlag(CarriedAttributes.Family) ? source.ImageFamily ?? "" : null,
            ImageDeprecated = wanted.HasFlag(CarriedAttributes.Deprecated) ? source.ImageDeprecated ?? false : null,
        };
        return _editor.SetAsync(new ImageRef(copy.ImageId, region), copy, new ImageChanges(request, []), _ => Confirmed, cancellationToken);
    }

    private async Task ShareAsync(CarryOverRequest request, Image copy, string region, CancellationToken cancellationToken)
    {
        var shares = await _shares.ReadAsync(
            (request.SourceRegion, request.SourceImageId),
            () => client.ListSharePermissionsAsync(request.SourceRegion, request.SourceImageId, cancellationToken));
        if (shares.Count == 0)
            return;

        var accountIds = shares.Select(share => share.AccountId).Distinct(StringComparer.Ordinal).ToList();
        var results = await _sharing.ShareAsync(new ImageRef(copy.ImageId, region), copy, accountIds, _ => Confirmed, cancellationToken);
        var refused = results.Where(result => result.Failure is not null).ToList();
        if (refused.Count > 0)
            throw NotShared(refused[0].Failure!, refused.Select(result => result.AccountId));
    }

    private static TencentCloudException NotShared(TencentCloudException first, IEnumerable<string> accountIds)
    {
        var accounts = Localized.List(accountIds);
        return new TencentCloudException(
            first.Kind,
            first.Code,
            Localized.Text($"Not shared with {accounts}: {first.Message}", $"未共享给 {accounts}：{first.Message}"),
            first.Action,
            first.Region,
            first.RequestId,
            first.MayHaveActed,
            first);
    }

    /// <summary>Shares one read among many callers. A failed read is retried by the next caller.</summary>
    private sealed class SharedReads<T>
    {
        private readonly ConcurrentDictionary<(string Region, string ImageId), Task<T>> _reads = new();

        public async Task<T> ReadAsync((string Region, string ImageId) key, Func<Task<T>> read)
        {
            var shared = _reads.GetOrAdd(key, _ => read());
            try
            {
                return await shared;
            }
            catch
            {
                _reads.TryRemove(key, out _);
                throw;
            }
        }
    }
}
