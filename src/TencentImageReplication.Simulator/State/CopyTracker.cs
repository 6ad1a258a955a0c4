using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The copies in progress.</summary>
public sealed class CopyTracker
{
    private readonly ImageStore _images;
    private readonly IdSource _ids;
    private readonly List<PendingCopy> _pending = [];

    internal CopyTracker(ImageStore images, IdSource ids)
    {
        _images = images;
        _ids = ids;
    }

    /// <summary>Starts a copy.</summary>
    /// <returns>The new image.</returns>
    public SimulatedImage Start(
        SimulatedImage source, string region, string accountId, string name, bool encrypted, DateTimeOffset now, SimulatedCloudOptions options)
    {
        var cycle = options.CopiesTo.TryGetValue(region, out var special) ? special : options.Copies;
        var spread = TimeSpan.FromTicks((long)(options.CopyDurationSpread.Ticks * (2 * _ids.Fraction() - 1)));
        var copy = source with
        {
            ImageId = _ids.Resource("img"),
            ImageName = name,
            Region = region,
            AccountId = accountId,
            State = ImageStates.Syncing,
            CreatedTime = now,
            // SyncImages has no parameter for any of these.
            Description = "",
            Family = "",
            Deprecated = false,
            Tags = [],
            SharedWith = [],
            ShareTimes = new Dictionary<string, DateTimeOffset>(),
            Encrypted = encrypted,
            Snapshots = [.. source.Snapshots.Select(snapshot => snapshot with { SnapshotId = _ids.Resource("snap") })],
            CopiedFrom = source.ImageId,
        };
        _images.Put(copy);
        _pending.Add(new PendingCopy(source.ImageId, copy.ImageId, accountId, now, (cycle.Duration ?? options.CopyDuration) + spread, cycle));
        Advance(now);
        return copy;
    }

    /// <summary>Ends the copies that are due by now.</summary>
    internal void Advance(DateTimeOffset now)
    {
        foreach (var copy in _pending.FindAll(copy => copy.IsOver(now)))
        {
            _pending.Remove(copy);
            if (copy.Ending == CopyEnding.Disappears)
                _images.Remove(copy.ImageId);
            else if (_images.Find(copy.ImageId) is { } image)
                _images.Put(image with { State = copy.Ending == CopyEnding.Normal ? ImageStates.Normal : ImageStates.CreateFailed });
        }
    }

    internal PendingCopy? Of(string imageId) => _pending.Find(copy => copy.ImageId == imageId);

    /// <summary>Returns true while copies of an image are in progress for an account.</summary>
    public bool IsSource(string imageId, string accountId) => _pending.Exists(copy => copy.SourceId == imageId && copy.AccountId == accountId);

    /// <summary>Stops the copy: the image stays as it is.</summary>
    public void Forget(string imageId) => _pending.RemoveAll(copy => copy.ImageId == imageId);

    /// <summary>Returns the image with the state and the percentage that an account sees.</summary>
    public SimulatedImage View(SimulatedImage image, string accountId, DateTimeOffset now, SimulatedCloudOptions options)
    {
        if (Of(image.ImageId) is { } copy)
            return image with { SyncPercent = copy.Percent(now) };
        if (options.SourceShowsSyncing && image.State == ImageStates.Normal && IsSource(image.ImageId, accountId))
        {
            // The source is as far as the slowest of its copies; null sorts before any number.
            var slowest = _pending.Where(pending => pending.SourceId == image.ImageId && pending.AccountId == accountId)
                .Select(pending => pending.Percent(now)).OrderBy(percent => percent ?? -1).First();
            return image with { State = ImageStates.Syncing, SyncPercent = slowest };
        }
        return image with { SyncPercent = image.SyncPercent ?? options.IdleSyncPercent };
    }
}
