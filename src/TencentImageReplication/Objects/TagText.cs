using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace TencentImageReplication.Objects;

/// <summary>
/// Reads tags in all forms that people write: <c>@{ env = 'prod' }</c>, <c>'env=prod'</c>, several of these, the Tags of an
/// image, and their form in a CSV file (<c>env=prod; team=web</c>). A key without a value gets an empty value.
/// </summary>
internal static class TagText
{
    private static readonly char[] Separators = [';'];

    /// <exception cref="FormatException">A tag or a value is invalid.</exception>
    internal static Dictionary<string, string> Read(object? input)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(input, tags);
        return tags;
    }

    // Of a key that is there twice, the last value counts.
    private static void Read(object? input, Dictionary<string, string> tags)
    {
        switch (Unwrap(input))
        {
            case null:
                break;
            case string text:
                foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
                {
                    if (part.Trim() is { Length: > 0 } pair)
                        Set(tags, ReadPair(pair));
                }

                break;
            case IReadOnlyDictionary<string, string> pairs:
                foreach (var pair in pairs)
                    Set(tags, pair);
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    Set(tags, ReadEntry(entry));
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Read(item, tags);
                break;
            case var other:
                throw new FormatException(TagMessages.Invalid($"{other}"));
        }
    }

    private static void Set(Dictionary<string, string> tags, KeyValuePair<string, string> tag) => tags[tag.Key] = tag.Value;

    private static KeyValuePair<string, string> ReadEntry(DictionaryEntry entry) =>
        ValueText(entry.Key) is { Length: > 0 } key
            ? new(key, ValueText(entry.Value) ?? throw new FormatException(TagMessages.InvalidValue(key, TypeOf(entry.Value))))
            : throw new FormatException(TagMessages.Invalid($"{entry.Key}"));

    private static KeyValuePair<string, string> ReadPair(string text)
    {
        var split = text.IndexOf('=');
        return split switch
        {
            0 => throw new FormatException(TagMessages.Invalid(text)),
            < 0 => new(text, ""),
            _ => new(text.Substring(0, split).Trim(), text.Substring(split + 1).Trim()),
        };
    }

    // The same text in every culture. Null for a value that is no single one: its text would be the name of its type.
    private static string? ValueText(object? value) => Unwrap(value) switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        bool or char or Uri or Version or SwitchParameter => $"{Unwrap(value)}",
        _ => null,
    };

    private static string TypeOf(object? value) => $"{Unwrap(value)?.GetType()}";

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
