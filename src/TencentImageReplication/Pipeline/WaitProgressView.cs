using System.Management.Automation;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The progress bars of waiting: one for all images, and one each for the few that need longest.</summary>
/// <param name="parentId">The ID of the first bar; those of the others follow.</param>
internal sealed class WaitProgressView(int parentId = 1)
{
    /// <summary>The number of IDs that a view may use.</summary>
    internal const int MaxIds = 100;

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

    private ProgressRecord Parent(WaitProgress progress) =>
        new(parentId, Messages.WaitActivity(), Messages.WaitStatus(progress))
        {
            PercentComplete = progress.Total == 0 ? -1 : 100 * progress.Finished / progress.Total,
            SecondsRemaining = progress.Remaining is { } remaining ? (int)remaining.TotalSeconds : -1,
        };

    private ProgressRecord Child(PendingImage image, int index) =>
        new(parentId + 1 + index, Messages.WaitImageActivity(image), Messages.WaitImageStatus(image))
        {
            ParentActivityId = parentId,
            PercentComplete = image.Percent ?? -1,
        };
}
