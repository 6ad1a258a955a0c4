using System.Collections.ObjectModel;

namespace TencentImageReplication;

/// <summary>The tags of an image or an instance; reads <c>env=prod; team=web</c>.</summary>
public sealed class TccTagCollection : ReadOnlyDictionary<string, string>
{
    internal static readonly TccTagCollection None = new(new Dictionary<string, string>());

    internal TccTagCollection(IEnumerable<KeyValuePair<string, string>> tags)
        : base(ToDictionary(tags))
    {
    }

    /// <summary>The tags as one line, in the order of their keys.</summary>
    public override string ToString() => string.Join(
        "; ", this.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    // The service allows each key once. If it returns one twice, the last value counts.
    private static Dictionary<string, string> ToDictionary(IEnumerable<KeyValuePair<string, string>> tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            result[tag.Key] = tag.Value;
        return result;
    }
}
