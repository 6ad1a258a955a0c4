using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Marking;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>An image to wait for.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">The region of the image.</param>
/// <param name="StartedAt">The start of the copy or creation, for the estimate; null when it is not known.</param>
/// <param name="Tag">An object that the caller gets back with the result.</param>
public sealed record WaitTarget(string ImageId, string Region, DateTimeOffset? StartedAt, object? Tag)
{
    /// <summary>The attributes that the image gets from its source once it is available; null for none.</summary>
    public CarryOverRequest? CarryOver { get; init; }

    /// <summary>The mark that the image gets once it is available; null for none.</summary>
    public MarkRequest? Mark { get; init; }
}
