using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the output of an image that was waited for.</summary>
internal static class WaitRows
{
    /// <summary>Returns the current row or image, an error if it is not usable, and one for each property that it did not get.</summary>
    internal static OutputRow Of(WaitResult result)
    {
        var current = ImageCopyRows.CurrentOf(result);
        var notCarried = result.CarryOver?.Failures.Select(failure => ErrorRecords.NotCarriedOver(current, failure)) ?? [];
        return new OutputRow(current, [ErrorRecords.WaitEnded(result, current ?? result.Target.ImageId), .. notCarried]);
    }
}
