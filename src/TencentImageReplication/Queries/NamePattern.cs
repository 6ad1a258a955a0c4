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
    }

    /// <summary>The longest literal part of the pattern, for a service that searches for substrings; empty if there is none.</summary>
    internal string LongestLiteral { get; }

    internal bool Matches(string? name) => _pattern.IsMatch(name ?? "");

    private static string FindLongestLiteral(string pattern)
    {
        var (longest, current) = ("", new StringBuilder());
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '`' when index + 1 < pattern.Length:
                    current.Append(pattern[++index]);
                    continue;
                case '[':
                    // A set matches one unknown character. A set without an end is no set, but rare.
                    var end = pattern.IndexOf(']', index);
                    index = end < 0 ? pattern.Length : end;
                    break;
                case not ('*' or '?'):
                    current.Append(pattern[index]);
                    continue;
            }

            Close();
        }

        Close();
        return longest;

        void Close()
        {
            if (current.Length > longest.Length)
                longest = current.ToString();
            current.Clear();
        }
    }
}
