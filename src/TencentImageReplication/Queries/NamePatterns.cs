using System.Collections.Concurrent;

namespace TencentImageReplication.Queries;

/// <summary>Name patterns, one of which must match. No pattern matches everything.</summary>
internal sealed class NamePatterns
{
    private readonly NamePattern[] _patterns;
    private readonly ConcurrentDictionary<NamePattern, bool> _found = [];

    internal NamePatterns(IEnumerable<string>? patterns) =>
        _patterns = patterns?.Where(pattern => pattern.Length > 0).Select(pattern => new NamePattern(pattern)).ToArray() ?? [];

    internal bool Matches(string? name) => _patterns.Length == 0 || _patterns.Any(pattern => pattern.Matches(name));

    /// <summary>Marks the patterns that select a name as found.</summary>
    internal void MarkFound(string? name)
    {
        foreach (var pattern in _patterns.Where(pattern => pattern.Matches(name)))
            _found[pattern] = true;
    }

    /// <summary>Returns the names without wildcards that were not found.</summary>
    internal IEnumerable<string> Missing() =>
        _patterns.Where(pattern => !_found.ContainsKey(pattern)).Select(pattern => pattern.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns literal parts to search for, so that the service returns all matches and few other items; null if the
    /// maximum number of values does not allow it.
    /// </summary>
    internal IReadOnlyList<string>? Literals(int max)
    {
        var literals = _patterns.Select(pattern => pattern.LongestLiteral).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return literals.Length == 0 || literals.Length > max || literals.Contains("") ? null : literals;
    }
}
