using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Why waiting ended without a usable image: the same for the row and for the error.</summary>
/// <param name="Id">The error ID: the state it ended in, or a name of ours.</param>
/// <param name="Message">What happened.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record WaitProblem(string Id, string Message, string Advice)
{
    /// <returns>Null when the image is usable, or when a failed call says why it is not known.</returns>
    internal static WaitProblem? Of(WaitResult result)
    {
        var (imageId, region) = (result.Target.ImageId, result.Target.Region);
        var state = result.Image?.ImageState;
        return result.Outcome switch
        {
            WaitOutcome.Failed => new(state!, Messages.WaitFailed(imageId, region, state), FailedAdvice(result)),
            WaitOutcome.Vanished => new(
                "ImageVanished", Messages.WaitVanished(imageId, region, result.Image is not null), Messages.WaitVanishedAdvice()),
            WaitOutcome.TimedOut => new(
                "WaitTimedOut", Messages.WaitTimedOut(imageId, region, state), Messages.WaitTimedOutAdvice(imageId, region)),
            _ => null,
        };
    }

    // A row of a copy can be piped back into what made it; an image by itself cannot.
    private static string FailedAdvice(WaitResult result) =>
        result.Target.Tag is TccImageCopy ? Messages.WaitFailedAdvice() : Messages.MakingFailedAdvice();
}
