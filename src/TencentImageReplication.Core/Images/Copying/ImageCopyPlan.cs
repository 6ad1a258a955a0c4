using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>What is about to be requested for one image, for a person to confirm.</summary>
/// <param name="Image">The image to copy.</param>
/// <param name="SourceRegion">The region it is in.</param>
/// <param name="DestinationRegions">The regions that will get a new copy; those that have one already are left out.</param>
/// <param name="ImageName">The name of the copies.</param>
public sealed record ImageCopyPlan(
    Image Image,
    string SourceRegion,
    IReadOnlyList<string> DestinationRegions,
    string ImageName)
{
    /// <summary>Whether the copy is encrypted, and made beside its source.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The snapshot storage in GiB that all the new copies together will be billed for.</summary>
    public long TotalSizeGB => (Image.ImageSize ?? 0) * DestinationRegions.Count;
}
