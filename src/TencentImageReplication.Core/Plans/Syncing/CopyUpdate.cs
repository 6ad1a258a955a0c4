using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>Brings a copy that is available to the state that the plan wants: mark, attributes, tags, and last its sharing.</summary>
/// <param name="account">The account of the copy.</param>
internal sealed class CopyUpdate(SyncAccount account)
{
    /// <summary>Updates a copy.</summary>
    /// <param name="item">The row.</param>
    /// <param name="copy">The copy, as the service describes it.</param>
    /// <param name="cancellationToken">Cancels; some steps may be done by then.</param>
    /// <exception cref="RuleViolationException">The copy cannot be changed.</exception>
    /// <exception cref="Transport.Errors.TencentCloudException">A request failed.</exception>
    public async Task RunAsync(PlanItem item, Image copy, CancellationToken cancellationToken)
    {
        var image = new ImageRef(copy.ImageId, item.Row.Region);
        var shares = item.Shares ?? [];
        var differences = CopyDifferences.Of(item.Cell, copy, item.WantedShares, shares);
        if (differences.Mark is { } mark)
            await account.Connection.Tagger.TagAsync(image.Region, image.ImageId, [new Tag { Key = SourceMark.TagKey, Value = mark.ToValue() }], cancellationToken);

        // A shared image cannot be changed. The row has no action when others than the accounts of the plan have access.
        if (differences.Changes.HasAttributes && shares.Count > 0)
        {
            ShareResult.ThrowFirst(await account.Sharing.RevokeAsync(image, copy, shares, _ => Task.FromResult(true), cancellationToken));
            differences = CopyDifferences.Of(item.Cell, copy, item.WantedShares, shares: []);
        }

        if (!differences.Changes.IsEmpty)
            await account.Editor.SetAsync(image, copy, differences.Changes, _ => Task.FromResult(true), cancellationToken);
        if (differences.AccountsToShareWith is { Count: > 0 } accounts)
            ShareResult.ThrowFirst(await account.Sharing.ShareAsync(image, copy, accounts, _ => Task.FromResult(true), cancellationToken));
    }
}
