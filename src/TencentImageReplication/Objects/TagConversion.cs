using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Objects;

/// <summary>Turns Tencent's tags into those of this module.</summary>
internal static class TagConversion
{
    internal static TccTagCollection From(IReadOnlyList<Tag> tags) => tags.Count == 0
        ? TccTagCollection.None
        : new TccTagCollection(ToDictionary(tags));

    internal static Tag[] ToModel(TccTagCollection tags) =>
        [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    // No query: what that needs for pairs, which are values, would have to be compiled for the first image of a process.
    private static Dictionary<string, string> ToDictionary(IReadOnlyList<Tag> tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            result[tag.Key] = tag.Value;
        return result;
    }
}
