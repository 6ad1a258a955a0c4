using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TencentImageReplication.Completion;

/// <summary>The typed part of the word to complete.</summary>
internal sealed class TypedWord
{
    private static readonly char[] Quotes = ['\'', '"'];

    private readonly string _text;
    private readonly WildcardPattern? _pattern;
    private readonly bool _isQuoted;

    internal TypedWord(string? word)
    {
        _isQuoted = word is { Length: > 0 } && Array.IndexOf(Quotes, word[0]) >= 0;
        _text = (word ?? "").Trim(Quotes);
        if (WildcardPattern.ContainsWildcardCharacters(_text))
            _pattern = WildcardPattern.Get($"{_text}*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
    }

    // "guang" finds ap-guangzhou too: people remember the city, not the prefix.
    internal bool Matches(string? value) => value is not null
        && (_pattern?.IsMatch(value)
            ?? CultureInfo.InvariantCulture.CompareInfo.IndexOf(value, _text, CompareOptions.OrdinalIgnoreCase) >= 0);

    internal bool Begins(string value) => value.StartsWith(_text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Quotes a value if PowerShell requires it.</summary>
    internal string Quote(string value) => _isQuoted || !IsPlain(value)
        ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'"
        : value;

    // PowerShell reads these as one word. The first must be a letter: 1e3 is a number and -x a parameter.
    private static bool IsPlain(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
