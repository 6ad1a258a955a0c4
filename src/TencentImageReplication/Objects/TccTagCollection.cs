using System.Collections;
using System.Collections.ObjectModel;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>The tags of an image or an instance; reads <c>env=prod; team=web</c>.</summary>
public sealed class TccTagCollection : ReadOnlyDictionary<string, string>
{
    internal static readonly TccTagCollection None = new(new Dictionary<string, string>());

    // Keeps the dictionary.
    internal TccTagCollection(Dictionary<string, string> tags)
        : base(tags)
    {
    }

    /// <summary>
    /// Reads tags of a hashtable such as <c>@{ env = 'prod' }</c>. PowerShell calls it to convert one, as for a mock or a wrapper of a
    /// command of this module.
    /// </summary>
    /// <exception cref="FormatException">A tag or a value is invalid.</exception>
    public TccTagCollection(IDictionary tags)
        : this(TagText.Read(tags))
    {
    }

    /// <summary>Reads tags of a text such as <c>env=prod; team=web</c>.</summary>
    /// <exception cref="FormatException">A tag is invalid.</exception>
    public TccTagCollection(string tags)
        : this(TagText.Read(tags))
    {
    }

    /// <summary>Reads tags of texts and hashtables.</summary>
    /// <exception cref="FormatException">A tag or a value is invalid.</exception>
    public TccTagCollection(object[] tags)
        : this(TagText.Read(tags))
    {
    }

    /// <summary>The tags as one line, in the order of their keys.</summary>
    public override string ToString() => string.Join(
        "; ", this.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
