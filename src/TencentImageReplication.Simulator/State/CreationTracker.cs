using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The images that are being created from instances and snapshots.</summary>
public sealed class CreationTracker
{
    private readonly ImageStore _images;
    private readonly List<(string ImageId, string InstanceId, DateTimeOffset Ends, string State)> _pending = [];

    internal CreationTracker(ImageStore images) => _images = images;

    /// <summary>Starts to create an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="instanceId">The instance that it is created from; empty when it is created from snapshots.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">The duration and the result.</param>
    public void Start(SimulatedImage image, string instanceId, DateTimeOffset now, SimulatedCloudOptions options)
    {
        _images.Put(image with { State = ImageStates.Creating });
        _pending.Add((image.ImageId, instanceId, now + options.CreateDuration, options.CreateFails ? ImageStates.CreateFailed : ImageStates.Normal));
        Advance(now);
    }

    /// <summary>Returns true while an image is being created from an instance.</summary>
    public bool IsCreatingFrom(string instanceId) => _pending.Exists(creation => creation.InstanceId == instanceId);

    /// <summary>Stops the creation: the image stays as it is.</summary>
    public void Forget(string imageId) => _pending.RemoveAll(creation => creation.ImageId == imageId);

    /// <summary>Ends the creations that are due by now.</summary>
    internal void Advance(DateTimeOffset now)
    {
        foreach (var creation in _pending.FindAll(creation => now >= creation.Ends))
        {
            _pending.Remove(creation);
            if (_images.Find(creation.ImageId) is { } image)
                _images.Put(image with { State = creation.State });
        }
    }
}
