using System.Management.Automation;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The progress bars of waiting: one for all images, and one each for the few that need longest.</summary>
internal sealed class WaitProgressView
{
    private const int ParentId = 1;

    // Nobody can read faster updates.
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(500);

    private readonly object _gate = new();
    private long _lastAt;
    private bool _shown;
    private int _children;

    /// <summary>Returns the bars to show now; none if the last ones are too recent.</summary>
    internal IReadOnlyList<ProgressRecord> Next(WaitProgress progress, TimeProvider timeProvider)
    {
        lock (_gate)
        {
            if (_shown && timeProvider.GetElapsedTime(_lastAt) < MinInterval)
                return [];

            _shown = true;
            _lastAt = timeProvider.GetTimestamp();
            List<ProgressRecord> records = [Parent(progress)];
            for (var index = 0; index < Math.Max(_children, progress.Pending.Count); index++)
                records.Add(index < progress.Pending.Count ? Child(index, progress.Pending[index]) : ChildEnd(index));
            _children = progress.Pending.Count;
            return records;
        }
    }

    /// <summary>Returns the records that remove the bars; none if there are no bars.</summary>
    internal IReadOnlyList<ProgressRecord> End()
    {
        lock (_gate)
        {
            if (!_shown)
                return [];

            // Some hosts keep the children of a completed bar.
            List<ProgressRecord> records = [.. Enumerable.Range(0, _children).Select(ChildEnd)];
            records.Add(new(ParentId, Messages.WaitActivity(), Messages.WaitDone()) { RecordType = ProgressRecordType.Completed });
            return records;
        }
    }

    private static ProgressRecord Parent(WaitProgress progress) =>
        new(ParentId, Messages.WaitActivity(), Messages.WaitStatus(progress.Finished, progress.Total, progress.Remaining))
        {
            PercentComplete = progress.Total == 0 ? -1 : 100 * progress.Finished / progress.Total,
            SecondsRemaining = progress.Remaining is { } remaining ? (int)remaining.TotalSeconds : -1,
        };

    private static ProgressRecord Child(int index, PendingImage image) =>
        new(ParentId + 1 + index, Messages.WaitImageActivity(image), Messages.WaitImageStatus(image))
        {
            ParentActivityId = ParentId,
            PercentComplete = image.Percent ?? -1,
        };

    private static ProgressRecord ChildEnd(int index) =>
        new(ParentId + 1 + index, Messages.WaitActivity(), Messages.WaitDone())
        {
            ParentActivityId = ParentId,
            RecordType = ProgressRecordType.Completed,
        };
}
