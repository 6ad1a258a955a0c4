using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The values of the tag keys of each account, and the failures that have been played.</summary>
internal sealed class TagStore(ImageStore images)
{
    // A value stays when the last resource with it is gone, until somebody deletes it.
    private readonly Dictionary<(string AccountId, string Key), HashSet<string>> _values = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a value to a key.</summary>
    /// <returns>False when the key holds no more values.</returns>
    public bool TryAdd(string accountId, SimulatedTag tag, int maximum)
    {
        if (!_values.TryGetValue((accountId, tag.Key), out var values))
            _values.Add((accountId, tag.Key), values = new HashSet<string>(StringComparer.Ordinal));
        if (values.Contains(tag.Value))
            return true;
        values.UnionWith(images.All
            .Where(image => image.AccountId == accountId)
            .SelectMany(image => image.Tags)
            .Where(other => other.Key == tag.Key)
            .Select(other => other.Value));
        if (values.Contains(tag.Value))
            return true;
        if (values.Count >= maximum)
            return false;
        values.Add(tag.Value);
        return true;
    }

    /// <summary>Returns the code of a failure that is due for an image; null for none.</summary>
    public string? Failure(SimulatedImage image, SimulatedCloudOptions options) =>
        Failure(image.ImageId, options) ?? Failure(image.Region, options);

    private string? Failure(string key, SimulatedCloudOptions options)
    {
        if (!options.TagFailures.TryGetValue(key, out var failure))
            return null;
        var played = _failures.TryGetValue(key, out var count) ? count : 0;
        if (played >= failure.Times)
            return null;
        _failures[key] = played + 1;
        return failure.Code;
    }
}
