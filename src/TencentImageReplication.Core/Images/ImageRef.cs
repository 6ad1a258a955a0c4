namespace TencentImageReplication.Core.Images;

/// <summary>Names an image: an ID is known in its own region alone.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">The region it is in.</param>
public sealed record ImageRef(string ImageId, string Region);
