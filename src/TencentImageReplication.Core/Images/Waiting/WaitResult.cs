using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>How waiting for an image ended.</summary>
/// <param name="Target">What was waited for.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Image">The image as last seen; null when it was never seen.</param>
/// <param name="SettledAt">When that was seen.</param>
/// <param name="Error">Why waiting was given up, for <see cref="ImageWatchOutcome.GivenUp"/>.</param>
public sealed record WaitResult(
    WaitTarget Target,
    ImageWatchOutcome Outcome,
    Image? Image,
    DateTimeOffset SettledAt,
    Exception? Error = null)
{
    /// <summary>What came of carrying over what was asked for; null when the image is not ready, or nothing was.</summary>
    public CarryOverOutcome? CarryOver { get; init; }
}

/// <summary>The ways in which waiting for an image ends.</summary>
public enum ImageWatchOutcome
{
    /// <summary>The image is <c>NORMAL</c>.</summary>
    Ready,

    /// <summary>The image is in a failed state.</summary>
    Failed,

    /// <summary>The image is not there, or not there any more.</summary>
    Vanished,

    /// <summary>The time given is over.</summary>
    TimedOut,

    /// <summary>The service refuses to tell, and will go on refusing. The image itself may be well.</summary>
    GivenUp,
}
