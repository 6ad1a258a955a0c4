namespace TencentImageReplication.Queries;

/// <summary>Name patterns, one of which must match. No pattern matches everything.</summary>
internal sealed class NamePatterns
{
    private readonly NamePattern[] _patterns;

    internal NamePatterns(IEnumerable<string>? patterns) =>
        _patterns = patterns?.Select(pattern => new NamePattern(pattern)).ToArray() ?? [];

    internal bool Matches(string? name) => _patterns.Length == 0 || _patterns.Any(pattern => pattern.Matches(name));

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
