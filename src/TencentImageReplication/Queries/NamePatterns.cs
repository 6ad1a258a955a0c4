namespace TencentImageReplication.Queries;

/// <summary>Several names with wildcards, any of which may match; none matches everything.</summary>
internal sealed class NamePatterns
{
    private readonly NamePattern[] _patterns;

    internal NamePatterns(IEnumerable<string>? patterns) =>
        _patterns = patterns?.Select(pattern => new NamePattern(pattern)).ToArray() ?? [];

    internal bool Matches(string? name) => _patterns.Length == 0 || _patterns.Any(pattern => pattern.Matches(name));

    /// <summary>
    /// What to search for so that the service leaves out most of what does not match, and nothing that does; null when
    /// that cannot be said in so many values.
    /// </summary>
    internal IReadOnlyList<string>? Literals(int most)
    {
        var literals = _patterns.Select(pattern => pattern.LongestLiteral).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return literals.Length == 0 || literals.Length > most || literals.Contains("") ? null : literals;
    }
}
