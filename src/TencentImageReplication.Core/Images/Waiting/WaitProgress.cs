namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>The progress of a wait, over all images that have arrived so far.</summary>
/// <param name="Finished">The number of images whose wait has ended.</param>
/// <param name="Total">The number of images that have arrived.</param>
/// <param name="Pending">The images that are still waited for, longest remaining time first; only a few of them.</param>
/// <param name="Remaining">The estimated time until the last one is available; null when nothing is pending.</param>
public sealed record WaitProgress(
    int Finished,
    int Total,
    IReadOnlyList<PendingImage> Pending,
    TimeSpan? Remaining);

/// <summary>An image that is waited for.</summary>
/// <param name="Target">The target of the wait.</param>
/// <param name="Name">Its name; null before the service first shows it.</param>
/// <param name="State">Its last known state; null before that.</param>
/// <param name="Percent">The progress of the copy, 0 to 99; null when the service does not return it.</param>
/// <param name="Remaining">The estimated time until it is available.</param>
public sealed record PendingImage(WaitTarget Target, string? Name, string? State, int? Percent, TimeSpan Remaining);
