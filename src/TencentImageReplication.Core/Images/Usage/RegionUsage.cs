using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>Images of a region, and their uses.</summary>
/// <param name="AccountId">The account that they belong to; null if it could not be read.</param>
/// <param name="Images">The images.</param>
/// <param name="Usage">The uses of all images of the region.</param>
public sealed record RegionUsage(string? AccountId, IReadOnlyList<Image> Images, ImageUsage Usage);
