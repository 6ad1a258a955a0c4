using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>The reason why waiting ended without a usable image, for the row and the error.</summary>
/// <param name="Id">The error ID: the final state, or an ID of the module.</param>
/// <param name="Message">The message.</param>
/// <param name="Advice">The advice.</param>
internal sealed record WaitProblem(string Id, string Message, string Advice)
{
    /// <returns>Null if the image is usable, and after a failed request, which has an error of its own.</returns>
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
                "WaitTimedOut", Messages.WaitTimedOut(imageId, region, result.Image, result.EndedAt), TimedOutAdvice(result)),
            _ => null,
        };
    }

    private static string TimedOutAdvice(WaitResult result)
    {
        var advice = Messages.WaitTimedOutAdvice(result.Target.ImageId, result.Target.Region);
        return result.Image is { } image && LongCopies.IsLong(image, result.EndedAt) ? Messages.Sentences(Messages.StuckCopyAdvice(), advice) : advice;
    }

    // Only the row of a copy can be piped back into the command that emitted it.
    private static string FailedAdvice(WaitResult result) =>
        result.Target.Tag is TccImageCopy ? Messages.WaitFailedAdvice() : Messages.ImageNotCreatedAdvice();
}
