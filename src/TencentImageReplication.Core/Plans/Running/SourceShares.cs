using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Running;

/// <summary>
/// Shares source images with other accounts of a plan for the time of a copy. A tag of the source names these accounts: sharing that a
/// person has set up stays.
/// </summary>
/// <param name="sources">The account of the sources.</param>
/// <param name="sourceRegion">Their region.</param>
/// <param name="logger">The log.</param>
internal sealed class SourceShares(PlanConnection sources, string sourceRegion, ILogger logger)
{
    private readonly ImageSharing _sharing = new(sources.Client, logger);
    private readonly KeyedLock _images = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _shared = new(StringComparer.Ordinal);

    /// <summary>Returns the accounts that a plan shares an image with.</summary>
    public IReadOnlyList<string> SharedBy(Image source) =>
        _shared.TryGetValue(source.ImageId, out var accounts) ? accounts : PlanTags.SharedAccounts(source);

    /// <summary>Shares an image, after its tag names the account.</summary>
    /// <exception cref="RuleViolationException">The image cannot be shared.</exception>
    /// <exception cref="Transport.Errors.TencentCloudException">A request failed.</exception>
    public async Task ShareAsync(Image source, string accountId, CancellationToken cancellationToken)
    {
        var image = new ImageRef(source.ImageId, sourceRegion);
        using (await _images.EnterAsync(source.ImageId, cancellationToken))
        {
            var shares = await _sharing.ListAsync(image, source, cancellationToken);
            if (shares.Any(share => share.AccountId == accountId))
                return;
            await SetAsync(image, [.. SharedBy(source).Append(accountId).Distinct()], cancellationToken);
            ShareResult.ThrowFirst(await _sharing.ShareAsync(image, source, [accountId], _ => Task.FromResult(true), cancellationToken));
        }
    }

    /// <summary>Stops sharing an image with an account that a plan has shared it with.</summary>
    /// <exception cref="RuleViolationException">The image cannot be changed.</exception>
    /// <exception cref="Transport.Errors.TencentCloudException">A request failed.</exception>
    public async Task StopSharingAsync(Image source, string accountId, CancellationToken cancellationToken)
    {
        var image = new ImageRef(source.ImageId, sourceRegion);
        using (await _images.EnterAsync(source.ImageId, cancellationToken))
        {
            if (!SharedBy(source).Contains(accountId))
                return;
            ShareResult.ThrowFirst(await _sharing.RevokeAsync(image, source, [accountId], _ => Task.FromResult(true), cancellationToken));
            await SetAsync(image, [.. SharedBy(source).Where(account => account != accountId)], cancellationToken);
        }
    }

    private async Task SetAsync(ImageRef image, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        if (accounts.Count > 0)
            await sources.Tagger.TagAsync(image.Region, image.ImageId, [new Tag { Key = ModuleTags.Share, Value = PlanTags.ShareValue(accounts) }], cancellationToken);
        else
            await sources.Tagger.UntagAsync(image, ModuleTags.Share, cancellationToken);
        _shared[image.ImageId] = accounts;
    }
}
