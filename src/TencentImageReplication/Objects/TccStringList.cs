using System.Collections.ObjectModel;

namespace TencentImageReplication;

/// <summary>A short list of IDs; reads <c>snap-1; snap-2</c>.</summary>
public sealed class TccStringList : ReadOnlyCollection<string>
{
    internal TccStringList(IEnumerable<string> items)
        : base(items.ToArray())
    {
    }

    /// <summary>The items as one line.</summary>
    public override string ToString() => string.Join("; ", this);
}
