using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Pipeline;

/// <summary>Copies that came in one destination at a time, gathered by image: an image is requested in one call.</summary>
internal sealed class CopyRequestBuilder
{
    private readonly Dictionary<(string Image, string Region, string? Name, TccCarryOver CarryOver), Gathered> _gathered = [];

    internal static ImageCopyRequest Request(
        string imageId, string region, string? name, TccCarryOver carryOver, IEnumerable<string> destinations) =>
        new(imageId, region, [.. destinations.Distinct(StringComparer.OrdinalIgnoreCase)], string.IsNullOrEmpty(name) ? null : name)
        {
            CarryOver = (CarriedAttributes)(int)carryOver,
        };

    /// <param name="imageId">The image to copy.</param>
    /// <param name="region">The region that it is in.</param>
    /// <param name="name">The copies' name; null keeps the image's.</param>
    /// <param name="carryOver">What the copies are to get from the image.</param>
    /// <param name="destinations">The regions to copy it to.</param>
    internal void Add(string imageId, string region, string? name, TccCarryOver carryOver, IEnumerable<string> destinations) =>
        Of(imageId, region, name, carryOver).Destinations.AddRange(destinations);

    /// <summary>Adds what a row of an earlier run asked for, with the copy that it tells of, if any.</summary>
    internal void AddRow(string imageId, string region, string? name, TccCarryOver carryOver, string destination, string? copyId)
    {
        var gathered = Of(imageId, region, name, carryOver);
        gathered.Destinations.Add(destination);
        if (!string.IsNullOrEmpty(copyId))
            gathered.KnownCopies[destination] = copyId!;
    }

    // No collection of requests itself: a type of this assembly must not implement anything of a private one.
    internal IEnumerable<ImageCopyRequest> Requests() =>
        _gathered.Select(pair => Request(pair.Key.Image, pair.Key.Region, pair.Key.Name, pair.Key.CarryOver, pair.Value.Destinations) with
        {
            KnownCopies = pair.Value.KnownCopies,
        });

    private Gathered Of(string imageId, string region, string? name, TccCarryOver carryOver)
    {
        var key = (imageId, region, name, carryOver);
        if (!_gathered.TryGetValue(key, out var gathered))
            _gathered.Add(key, gathered = new Gathered());
        return gathered;
    }

    private sealed class Gathered
    {
        public List<string> Destinations { get; } = [];

        public Dictionary<string, string> KnownCopies { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
