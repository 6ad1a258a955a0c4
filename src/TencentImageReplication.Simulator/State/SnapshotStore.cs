using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The snapshots of images, and those that deleted images left behind.</summary>
public sealed class SnapshotStore
{
    private readonly ImageStore _images;
    private readonly List<(SimulatedSnapshot Snapshot, SimulatedImage From)> _left = [];

    internal SnapshotStore(ImageStore images) => _images = images;

    /// <summary>Returns the snapshots of an account in a region, each once, with an image that it is or was part of.</summary>
    public IEnumerable<(SimulatedSnapshot Snapshot, SimulatedImage From)> Owned(string region, string accountId) =>
        All(accountId).Where(snapshot => snapshot.From.Region == region);

    /// <summary>Returns the snapshots of an account, or of all accounts.</summary>
    public IEnumerable<(SimulatedSnapshot Snapshot, SimulatedImage From)> All(string? accountId) => _images.All
        .Where(image => image.AccountId.Length > 0)
        .SelectMany(image => image.Snapshots.Select(snapshot => (Snapshot: snapshot, From: image)))
        .Concat(_left)
        .Where(snapshot => accountId is null || snapshot.From.AccountId == accountId)
        .GroupBy(snapshot => snapshot.Snapshot.SnapshotId)
        .Select(same => same.First());

    /// <summary>Keeps the snapshots of a deleted image.</summary>
    public void Keep(SimulatedImage image) => _left.AddRange(image.Snapshots.Select(snapshot => (snapshot, image)));

    /// <summary>Removes snapshots that deleted images left behind.</summary>
    public void Remove(IEnumerable<SimulatedSnapshot> snapshots)
    {
        var ids = snapshots.Select(snapshot => snapshot.SnapshotId).ToList();
        _left.RemoveAll(left => ids.Contains(left.Snapshot.SnapshotId));
    }
}
