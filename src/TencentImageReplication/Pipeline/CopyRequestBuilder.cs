using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Pipeline;

/// <summary>Collects copies by image, so that one request copies an image to all its destinations.</summary>
internal sealed class CopyRequestBuilder
{
    private readonly Dictionary<(string Image, string Region, string? Name, TccCarryOver CarryOver), Collected> _collected = [];

    internal static ImageCopyRequest Request(
        string imageId, string region, string? name, TccCarryOver carryOver, IEnumerable<string> destinations) =>
        new(imageId, region, [.. destinations.Distinct(StringComparer.OrdinalIgnoreCase)], string.IsNullOrEmpty(name) ? null : name)
        {
            CarryOver = (CarriedAttributes)(int)carryOver,
        };

    /// <param name="imageId">The image to copy.</param>
    /// <param name="region">The region of the image.</param>
    /// <param name="name">The name of the copies; null keeps the name of the image.</param>
    /// <param name="carryOver">The properties that the copies get from the image.</param>
    /// <param name="destinations">The regions to copy it to.</param>
    internal void Add(string imageId, string region, string? name, TccCarryOver carryOver, IEnumerable<string> destinations) =>
        Of(imageId, region, name, carryOver).Destinations.AddRange(destinations);

    /// <summary>Adds the copy of an earlier row, with its ID if it has one.</summary>
    internal void AddRow(string imageId, string region, string? name, TccCarryOver carryOver, string destination, string? copyId)
    {
        var collected = Of(imageId, region, name, carryOver);
        collected.Destinations.Add(destination);
        if (!string.IsNullOrEmpty(copyId))
            collected.KnownCopies[destination] = copyId!;
    }

    // A method instead of a collection of requests: no type of this assembly can implement a generic of a private type.
    internal IEnumerable<ImageCopyRequest> Requests() =>
        _collected.Select(pair => Request(pair.Key.Image, pair.Key.Region, pair.Key.Name, pair.Key.CarryOver, pair.Value.Destinations) with
        {
            KnownCopies = pair.Value.KnownCopies,
        });

    private Collected Of(string imageId, string region, string? name, TccCarryOver carryOver)
    {
        var key = (imageId, region, name, carryOver);
        if (!_collected.TryGetValue(key, out var collected))
            _collected.Add(key, collected = new Collected());
        return collected;
    }

    private sealed class Collected
    {
        public List<string> Destinations { get; } = [];

        public Dictionary<string, string> KnownCopies { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
