using System.Management.Automation;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The progress bar of waiting for images that are already being copied. It shows the one that has been waited for longest.</summary>
internal sealed class BusySourceProgressView
{
    private const int ActivityId = 1;

    private readonly Dictionary<(string Region, string ImageId), BusySourceWait> _waits = [];

    /// <summary>Returns the bar after a change.</summary>
    internal ProgressRecord Next(BusySourceWait wait)
    {
        lock (_waits)
        {
            if (wait.Elapsed is null)
                _waits.Remove((wait.Region, wait.ImageId));
            else
                _waits[(wait.Region, wait.ImageId)] = wait;

            var longest = _waits.Values.OrderByDescending(pending => pending.Elapsed).FirstOrDefault();
            return longest is null
                ? new(ActivityId, Messages.BusySourceActivity(), Messages.WaitDone()) { RecordType = ProgressRecordType.Completed }
                : new(ActivityId, Messages.BusySourceActivity(), Messages.BusySourceStatus(longest, _waits.Count - 1)) { PercentComplete = Percent(longest) };
        }
    }

    private static int Percent(BusySourceWait wait) =>
        (int)Math.Min(100, 100 * wait.Elapsed!.Value.TotalSeconds / Math.Max(1, wait.Limit.TotalSeconds));
}
