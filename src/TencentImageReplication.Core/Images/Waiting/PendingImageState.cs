using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>The state of an image that is waited for.</summary>
internal sealed class PendingImageState(WaitTarget target, DateTimeOffset arrivedAt)
{
    public WaitTarget Target { get; } = target;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    public DateTimeOffset StartedAt { get; } = target.StartedAt ?? arrivedAt;

    public Image? Image { get; private set; }

    public DateTimeOffset? MissingSince { get; private set; }

    /// <summary>The number of consecutive requests that did not find the image.</summary>
    public int MissingCount { get; private set; }

    /// <summary>The progress of the copy; null when the service does not return it. It has no meaning in any state other than SYNCING.</summary>
    public int? Percent => Image?.ImageState == ImageStates.Syncing ? (int?)Image.SyncPercent : null;

    public void Update(Image? image, DateTimeOffset now)
    {
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
}
