using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The planned copies of one image, for a person to confirm.</summary>
/// <param name="Image">The image to copy.</param>
/// <param name="SourceRegion">The region of the image.</param>
/// <param name="DestinationRegions">The regions that get a new copy; regions that already have one are left out.</param>
/// <param name="ImageName">The name of the copies.</param>
public sealed record ImageCopyPlan(
    Image Image,
    string SourceRegion,
    IReadOnlyList<string> DestinationRegions,
    string ImageName)
{
    /// <summary>True when the copy is encrypted and created in the region of its source.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The snapshot storage in GiB that is billed for one copy.</summary>
    public long SizeGB => ImageStorage.BilledSizeGB(Image) ?? 0;

    /// <summary>The snapshot storage in GiB that is billed for all new copies together.</summary>
    public long TotalSizeGB => SizeGB * DestinationRegions.Count;
}
