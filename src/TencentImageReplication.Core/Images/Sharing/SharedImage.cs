using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Sharing;

/// <summary>An image with the results for the accounts that it is shared with.</summary>
/// <param name="Image">The image.</param>
/// <param name="Results">An entry for each account.</param>
public sealed record SharedImage(Image Image, IReadOnlyList<ShareResult> Results)
{
    /// <summary>Combines an image with the results of a change.</summary>
    public static async Task<SharedImage> CreateAsync(Image image, Task<IReadOnlyList<ShareResult>> results) =>
        new(image, await results);

    /// <summary>Combines an image with its share permissions.</summary>
    public static async Task<SharedImage> CreateAsync(Image image, Task<IReadOnlyList<SharePermission>> shares) =>
        new(image, [.. (await shares).Select(share => new ShareResult(share.AccountId, false, share.CreatedTime, null))]);
}
