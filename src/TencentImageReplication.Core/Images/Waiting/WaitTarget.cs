using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>An image to wait for.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">The region it is in.</param>
/// <param name="StartedAt">When making it began, for the estimate; null when that is not known.</param>
/// <param name="Tag">Whatever the caller wants back with the result.</param>
public sealed record WaitTarget(string ImageId, string Region, DateTimeOffset? StartedAt, object? Tag)
{
    /// <summary>What the image is to get from its source once it is ready, if anything.</summary>
    public CarryOverRequest? CarryOver { get; init; }
}
