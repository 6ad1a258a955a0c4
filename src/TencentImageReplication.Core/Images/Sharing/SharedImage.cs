using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Sharing;

/// <summary>An image, and what there is to say of the accounts that it is shared with.</summary>
/// <param name="Image">The image.</param>
/// <param name="Results">An entry for each account.</param>
public sealed record SharedImage(Image Image, IReadOnlyList<ShareResult> Results)
{
    /// <summary>Puts an image beside what came of changing its shares.</summary>
    public static async Task<SharedImage> OfAsync(Image image, Task<IReadOnlyList<ShareResult>> results) =>
        new(image, await results.ConfigureAwait(false));

    /// <summary>Puts an image beside its shares.</summary>
    public static async Task<SharedImage> OfAsync(Image image, Task<IReadOnlyList<SharePermission>> shares) =>
        new(image, [.. (await shares.ConfigureAwait(false)).Select(share => new ShareResult(share.AccountId, false, share.CreatedTime, null))]);
}
