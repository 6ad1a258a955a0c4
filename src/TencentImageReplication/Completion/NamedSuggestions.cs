using TencentImageReplication.Core.Lookup;

namespace TencentImageReplication.Completion;

/// <summary>Suggestions for things that have an ID and a name, such as launch templates.</summary>
/// <param name="found">The things; null without a connection.</param>
/// <param name="idOf">Returns the ID.</param>
/// <param name="nameOf">Returns the name.</param>
/// <param name="tip">Returns the description of a thing in a region.</param>
internal sealed class NamedSuggestions<T>(
    IEnumerable<InRegion<T>>? found, Func<T, string> idOf, Func<T, string> nameOf, Func<T, string, string> tip)
{
    private readonly IEnumerable<InRegion<T>> _found = found ?? [];

    /// <summary>Suggests the IDs, in the order of the names. Typing a name finds its ID too.</summary>
    internal IEnumerable<Suggestion> Ids() => _found
        .OrderBy(thing => nameOf(thing.Item), StringComparer.OrdinalIgnoreCase)
        .Select(thing => new Suggestion(idOf(thing.Item), Tip(thing), nameOf(thing.Item)));

    /// <summary>Suggests the names, for a parameter that takes exact names.</summary>
    internal IEnumerable<Suggestion> ExactNames() => _found
        .GroupBy(thing => nameOf(thing.Item), StringComparer.Ordinal)
        .Select(things => new Suggestion(things.Key, Tips(things)));

    /// <summary>Suggests patterns that find the names, for a parameter that takes wildcards.</summary>
    internal IEnumerable<Suggestion> NamePatterns() => _found
        .GroupBy(thing => nameOf(thing.Item), StringComparer.OrdinalIgnoreCase)
        .Select(things => new Suggestion(NameSuggestions.Pattern(things.Key), Tips(things)));

    private string Tips(IEnumerable<InRegion<T>> things) => string.Join("; ", things.Select(Tip));

    private string Tip(InRegion<T> thing) => tip(thing.Item, thing.Region);
}
