using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The images that there are and were: an image stays known after it is deleted.</summary>
internal sealed class KnownImages(SimulatedCloud cloud, IEnumerable<SimulatedImage> first)
{
    private readonly Dictionary<string, SimulatedImage> _images = first.ToDictionary(image => image.ImageId);

    /// <summary>All images.</summary>
    public IEnumerable<SimulatedImage> All => _images.Values;

    /// <summary>Remembers the images there are.</summary>
    public void Remember()
    {
        foreach (var image in cloud.Images())
            _images.TryAdd(image.ImageId, image);
    }

    /// <summary>Finds an image, also one that is deleted; null for none.</summary>
    public SimulatedImage? Find(string imageId) => _images.GetValueOrDefault(imageId);

    /// <summary>Returns the ID of the image that a chain of copies began with.</summary>
    public string RootOf(SimulatedImage image)
    {
        var id = image.ImageId;
        while (_images.TryGetValue(id, out var known) && known.CopiedFrom is { } from)
            id = from;
        return id;
    }
}
