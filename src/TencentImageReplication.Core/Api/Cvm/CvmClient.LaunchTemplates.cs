using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    // A list that is not whole is read again. If it still is not, it cannot be right.
    private const int MaxReadingsOfVersions = 3;

    // For versions that are created while the list is read. The service takes numbers that are higher than the last one: its default is 30.
    private const int VersionsToCome = 1000;

    private static readonly string[] UnknownTemplate =
        ["InvalidParameterValue.LaunchTemplateIdNotExisted", "InvalidParameterValue.LaunchTemplateNotFound"];

    /// <summary>Reads all pages of DescribeLaunchTemplates and returns each launch template once.</summary>
    public IAsyncEnumerable<LaunchTemplateInfo> ListLaunchTemplatesAsync(string region, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            CvmLists.LaunchTemplates,
            region,
            offset => new DescribeLaunchTemplatesRequest { Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    /// <summary>DescribeLaunchTemplates: finds a launch template by ID; null if there is none.</summary>
    public async Task<LaunchTemplateInfo?> FindLaunchTemplateAsync(string region, string templateId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeLaunchTemplatesRequest { LaunchTemplateIds = [templateId] };
            var page = await _lists.ReadPageAsync(CvmLists.LaunchTemplates, request, region, cancellationToken, ids: request.LaunchTemplateIds);
            return page.LaunchTemplateSet.FirstOrDefault(template => template.LaunchTemplateId == templateId);
        }
        catch (TencentCloudException exception) when (UnknownTemplate.Contains(exception.Code))
        {
            return null;
        }
    }

    /// <summary>DescribeLaunchTemplateVersions: returns all versions of a launch template.</summary>
    /// <param name="region">The region.</param>
    /// <param name="template">The template as DescribeLaunchTemplates returned it, with the number of its versions.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The versions; none if the template no longer exists.</returns>
    /// <exception cref="TencentCloudException">A request failed, or versions are missing from the list.</exception>
    public async Task<IReadOnlyList<LaunchTemplateVersionInfo>> ListLaunchTemplateVersionsAsync(
        string region, LaunchTemplateInfo template, CancellationToken cancellationToken)
    {
        // A template has at least one version: its default one.
        var expected = Math.Max(1, template.LaunchTemplateVersionCount ?? 1);
        for (var reading = 1; ; reading++)
        {
            var versions = await ReadVersionsAsync(region, template, cancellationToken);
            if (versions is null || versions.Count >= expected)
                return versions ?? [];
            if (reading == MaxReadingsOfVersions)
                throw ListFailure.Incomplete(CvmActions.DescribeLaunchTemplateVersions.Name, region, expected, versions.Count);
        }
    }

    /// <summary>DescribeLaunchTemplateVersions: returns the default version of a launch template; null if it no longer exists.</summary>
    /// <param name="region">The region.</param>
    /// <param name="template">The template as DescribeLaunchTemplates returned it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<LaunchTemplateVersionInfo?> FindDefaultVersionAsync(
        string region, LaunchTemplateInfo template, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeLaunchTemplateVersionsRequest
            {
                LaunchTemplateId = template.LaunchTemplateId,
                DefaultVersion = true,
                MaxVersion = MaxVersionOf(template),
            };
            var page = await _lists.ReadPageAsync(CvmLists.LaunchTemplateVersions, request, region, cancellationToken);
            return page.LaunchTemplateVersionSet.FirstOrDefault(version => version.IsDefaultVersion == true);
        }
        catch (TencentCloudException exception) when (UnknownTemplate.Contains(exception.Code))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<LaunchTemplateVersionInfo>?> ReadVersionsAsync(
        string region, LaunchTemplateInfo template, CancellationToken cancellationToken)
    {
        try
        {
            var versions = new List<LaunchTemplateVersionInfo>();
            await foreach (var version in _lists.ReadAllAsync(CvmLists.LaunchTemplateVersions, region, RequestAt, cancellationToken))
                versions.Add(version);
            return versions;

            DescribeLaunchTemplateVersionsRequest RequestAt(long offset) => new()
            {
                LaunchTemplateId = template.LaunchTemplateId,
                MaxVersion = MaxVersionOf(template),
                Offset = offset,
                Limit = Paging.PageSize,
            };
        }
        catch (TencentCloudException exception) when (UnknownTemplate.Contains(exception.Code))
        {
            return null;
        }
    }

    // Not stated for a number that cannot be right.
    private static long? MaxVersionOf(LaunchTemplateInfo template) =>
        Math.Max(template.LatestVersionNumber ?? 0, template.DefaultVersionNumber ?? 0) is var latest and < int.MaxValue ? latest + VersionsToCome : null;
}
