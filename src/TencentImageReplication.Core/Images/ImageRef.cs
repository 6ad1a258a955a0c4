namespace TencentImageReplication.Core.Images;

/// <summary>Identifies an image. Image IDs are specific to a region.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">The region it is in.</param>
public sealed record ImageRef(string ImageId, string Region);
