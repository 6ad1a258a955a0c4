using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>The result of waiting for an image.</summary>
/// <param name="Target">The target of the wait.</param>
/// <param name="Outcome">The way in which the wait ended.</param>
/// <param name="Image">The last known image; null when it was never visible.</param>
/// <param name="EndedAt">The time when the wait ended.</param>
/// <param name="Error">The error, for <see cref="WaitOutcome.GivenUp"/>.</param>
public sealed record WaitResult(
    WaitTarget Target,
    WaitOutcome Outcome,
    Image? Image,
    DateTimeOffset EndedAt,
    Exception? Error = null)
{
    /// <summary>
    /// The time from the start of the copy until the wait ended, whatever the wall clock did meanwhile; null when the start is not known.
    /// </summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The result of carrying attributes over; null when the image is not available or nothing was requested.</summary>
    public CarryOverOutcome? CarryOver { get; init; }
}

/// <summary>The ways in which waiting for an image ends.</summary>
public enum WaitOutcome
{
    /// <summary>The image is <c>NORMAL</c>.</summary>
    Ready,

    /// <summary>The image is in a failed state.</summary>
    Failed,

    /// <summary>The image does not exist, or no longer exists.</summary>
    Vanished,

    /// <summary>The given time is over.</summary>
    TimedOut,

    /// <summary>The service still refuses the requests after a while. The state of the image is unknown.</summary>
    GivenUp,
}
