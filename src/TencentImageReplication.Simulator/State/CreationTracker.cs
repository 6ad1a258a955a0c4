namespace TencentImageReplication.Simulator.State;

/// <summary>The images that are being made of instances and snapshots.</summary>
internal sealed class CreationTracker
{
    private readonly ImageStore _images;
    private readonly List<(string ImageId, string InstanceId, DateTimeOffset Ends, string State)> _pending = [];

    public CreationTracker(ImageStore images) => _images = images;

    /// <summary>Starts the making of an image.</summary>
    /// <param name="image">The image that it will be.</param>
    /// <param name="instanceId">The instance that it is made of; empty when it is made of snapshots.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">How long it takes, and how it ends.</param>
    public void Start(SimulatedImage image, string instanceId, DateTimeOffset now, SimulatedCloudOptions options)
    {
        _images.Put(image with { State = ImageStates.Creating });
        _pending.Add((image.ImageId, instanceId, now + options.CreateDuration, options.CreateFails ? ImageStates.CreateFailed : ImageStates.Normal));
        Advance(now);
    }

    /// <summary>Whether an image is being made of an instance.</summary>
    public bool IsAtWorkOn(string instanceId) => _pending.Exists(creation => creation.InstanceId == instanceId);

    /// <summary>No more happens to the image by itself.</summary>
    public void Forget(string imageId) => _pending.RemoveAll(creation => creation.ImageId == imageId);

    /// <summary>Brings the images up to the present.</summary>
    public void Advance(DateTimeOffset now)
    {
        foreach (var creation in _pending.FindAll(creation => now >= creation.Ends))
        {
            _pending.Remove(creation);
            if (_images.Find(creation.ImageId) is { } image)
                _images.Put(image with { State = creation.State });
        }
    }
}
