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
    private long? _lastAt;
    private ProgressRecord[] _children = [];

    /// <summary>Returns the bars to show now; none if the last ones are too recent.</summary>
    internal IReadOnlyList<ProgressRecord> Next(WaitProgress progress, TimeProvider timeProvider)
    {
        lock (_gate)
        {
            if (_lastAt is { } lastAt && timeProvider.GetElapsedTime(lastAt) < MinInterval)
                return [];

            _lastAt = timeProvider.GetTimestamp();
            var ended = _children.Skip(progress.Pending.Count).Select(ProgressBars.Completed);
            _children = [.. progress.Pending.Select(Child)];
            return [Parent(progress), .. _children, .. ended];
        }
    }

    private static ProgressRecord Parent(WaitProgress progress) =>
        new(ParentId, Messages.WaitActivity(), Messages.WaitStatus(progress))
        {
            PercentComplete = progress.Total == 0 ? -1 : 100 * progress.Finished / progress.Total,
            SecondsRemaining = progress.Remaining is { } remaining ? (int)remaining.TotalSeconds : -1,
        };

    private static ProgressRecord Child(PendingImage image, int index) =>
        new(ParentId + 1 + index, Messages.WaitImageActivity(image), Messages.WaitImageStatus(image))
        {
            ParentActivityId = ParentId,
            PercentComplete = image.Percent ?? -1,
        };
}
