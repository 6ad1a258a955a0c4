using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Usage;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The custom images of one region of one account, and what is known about them.</summary>
/// <param name="Account">The name of the account in the plan.</param>
/// <param name="AccountId">The ID of the account; null when the account could not be reached.</param>
/// <param name="Region">The region.</param>
internal sealed record PlaceContents(string Account, string? AccountId, string Region)
{
    /// <summary>The custom images; empty when they could not be read.</summary>
    public IReadOnlyList<Image> Images { get; init; } = [];

    /// <summary>The error when the images could not be read.</summary>
    public Exception? Error { get; init; }

    /// <summary>The maximum number of custom images; null when it was not read or is not known.</summary>
    public long? Quota { get; init; }

    /// <summary>The uses of images; null when they were not read.</summary>
    public ImageUsage? Uses { get; init; }

    /// <summary>The accounts that images are shared with, by image. An image that is missing was not read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SharedWith { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Returns the accounts that an image is shared with; null when they are not known.</summary>
    public IReadOnlyList<string>? SharesOf(string imageId) => SharedWith.TryGetValue(imageId, out var accounts) ? accounts : null;
}
