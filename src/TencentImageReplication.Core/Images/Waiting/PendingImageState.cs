using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>An image that is waited for, and what has been seen of it.</summary>
internal sealed class PendingImageState(WaitTarget target, DateTimeOffset arrivedAt)
{
    public WaitTarget Target { get; } = target;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    public DateTimeOffset StartedAt { get; } = target.StartedAt ?? arrivedAt;

    public Image? Image { get; private set; }

    public DateTimeOffset? MissingSince { get; private set; }

    /// <summary>How many looks in a row have not found it.</summary>
    public int MissingLooks { get; private set; }

    /// <summary>How far the copy is; null when the service does not say. It is meaningless in any other state.</summary>
    public int? Percent => Image?.ImageState == ImageStates.Syncing ? (int?)Image.SyncPercent : null;

    public void Saw(Image? image, DateTimeOffset now)
    {
        if (image is null)
        {
            MissingSince ??= now;
            MissingLooks++;
            return;
        }

        Image = image;
        MissingSince = null;
        MissingLooks = 0;
    }
}
