using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Objects;

/// <summary>Converts between the tags of the API and those of the module.</summary>
internal static class TagConversion
{
    internal static TccTagCollection From(IReadOnlyList<Tag> tags) => tags.Count == 0
        ? TccTagCollection.None
        : new TccTagCollection(tags.Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Value)));

    internal static Tag[] ToModel(TccTagCollection tags) =>
        [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
