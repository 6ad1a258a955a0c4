using System.Management.Automation;
using System.Text;

namespace TencentImageReplication.Queries;

/// <summary>A name pattern with PowerShell wildcards.</summary>
internal sealed class NamePattern
{
    private readonly WildcardPattern _pattern;

    internal NamePattern(string pattern)
    {
        _pattern = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        LongestLiteral = FindLongestLiteral(pattern);
        Name = WildcardPattern.ContainsWildcardCharacters(pattern) ? null : WildcardPattern.Unescape(pattern);
    }

    /// <summary>The longest literal part of the pattern, for a service that searches for substrings; empty if there is none.</summary>
    internal string LongestLiteral { get; }

    /// <summary>The name that the pattern stands for; null if it has wildcards, so that many names can match.</summary>
    internal string? Name { get; }

    internal bool Matches(string? name) => _pattern.IsMatch(name ?? "");

    // Up to the first set of characters: PowerShell's rules for where a set ends are its own.
    private static string FindLongestLiteral(string pattern)
    {
        var (longest, current) = ("", new StringBuilder());
        for (var index = 0; index < pattern.Length && pattern[index] != '['; index++)
        {
            if (pattern[index] is '*' or '?')
                current.Clear();
            else
                current.Append(pattern[index] == '`' && index + 1 < pattern.Length ? pattern[++index] : pattern[index]);
            if (current.Length > longest.Length)
                longest = current.ToString();
        }

        return longest;
    }
}
