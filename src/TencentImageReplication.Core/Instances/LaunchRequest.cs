namespace TencentImageReplication.Core.Instances;

/// <summary>Instances to create from an image.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">The region of the image and the instances.</param>
/// <param name="ImageName">The name of the image; null if it is not known.</param>
/// <param name="Settings">The settings of the instances.</param>
public sealed record LaunchRequest(string ImageId, string Region, string? ImageName, LaunchSettings Settings);
