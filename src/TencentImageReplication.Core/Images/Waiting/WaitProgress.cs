namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>How far waiting is, over all images that have come in so far.</summary>
/// <param name="Settled">How many images are ready, failed or given up.</param>
/// <param name="Total">How many have come in.</param>
/// <param name="Pending">Those still under way, the one with the longest wait ahead first; a few of them at most.</param>
/// <param name="Remaining">The estimate until the last one is ready; null when nothing is pending.</param>
public sealed record WaitProgress(
    int Settled,
    int Total,
    IReadOnlyList<PendingImage> Pending,
    TimeSpan? Remaining);

/// <summary>An image that is waited for.</summary>
/// <param name="Target">What is waited for.</param>
/// <param name="Name">Its name; null before it was first seen.</param>
/// <param name="State">Its state as last seen; null before that.</param>
/// <param name="Percent">How far the copy is, 0 to 99; null when the service does not say.</param>
/// <param name="Remaining">The estimate until it is ready.</param>
public sealed record PendingImage(WaitTarget Target, string? Name, string? State, int? Percent, TimeSpan Remaining);
