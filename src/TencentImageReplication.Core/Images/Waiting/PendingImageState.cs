using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>The state of an image that is waited for. Times are those of the clock of the wait.</summary>
/// <param name="target">The image.</param>
/// <param name="arrivedAt">The time when the wait for it began.</param>
/// <param name="startedAt">The time when the copy started; null when it is not known.</param>
internal sealed class PendingImageState(WaitTarget target, DateTimeOffset arrivedAt, DateTimeOffset? startedAt = null)
{
    private int _isFinished;

    public WaitTarget Target { get; } = target;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    // A start in the future comes from a computer whose clock is ahead, or from a damaged file.
    public DateTimeOffset StartedAt { get; } = startedAt < arrivedAt ? startedAt.Value : arrivedAt;

    public Image? Image { get; private set; }

    public DateTimeOffset? MissingSince { get; private set; }

    /// <summary>The number of consecutive requests that did not find the image.</summary>
    public int MissingCount { get; private set; }

    /// <summary>The time since which the service has refused each request; null if it does not.</summary>
    public DateTimeOffset? RefusedSince { get; private set; }

    /// <summary>The last refusal since then.</summary>
    public TencentCloudException? Refusal { get; private set; }

    /// <summary>True when the wait for the image has ended.</summary>
    public bool IsFinished => Volatile.Read(ref _isFinished) == 1;

    /// <summary>The progress of the copy; null when the service does not return it. It has no meaning in any state other than SYNCING.</summary>
    public int? Percent => Image?.ImageState == ImageStates.Syncing ? (int?)Image.SyncPercent : null;

    /// <summary>Records what a request found.</summary>
    public void Update(Image? image, DateTimeOffset now)
    {
        (RefusedSince, Refusal) = (null, null);
        if (image is null)
        {
            MissingSince ??= now;
            MissingCount++;
            return;
        }

        Image = image;
        MissingSince = null;
        MissingCount = 0;
    }

    /// <summary>Records that the service refused a request.</summary>
    public void Refuse(TencentCloudException refusal, DateTimeOffset now)
    {
        RefusedSince ??= now;
        Refusal = refusal;
    }

    /// <summary>Ends the wait for the image, once.</summary>
    /// <returns>True for the first call.</returns>
    public bool TryFinish() => Interlocked.Exchange(ref _isFinished, 1) == 0;
}
