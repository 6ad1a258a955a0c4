using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder;

/// <summary>The properties of a page or a parameter: lines of <c>Key: value</c>, the only YAML that PlatyPS writes.</summary>
internal sealed class KeyValueBlock
{
    private readonly string _file;
    private readonly int _line;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private KeyValueBlock(string file, int line) => (_file, _line) = (file, line);

    internal string this[string key] =>
        _values.TryGetValue(key, out var value) ? value : throw new HelpSourceException(_file, _line, $"'{key}:' is missing.");

    internal bool Has(string key) => _values.ContainsKey(key);

    internal static KeyValueBlock Read(string file, LeafBlock block)
    {
        var facts = new KeyValueBlock(file, block.Line);
        foreach (var line in PlainText.Of(block).Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (line.Split(':', 2) is not [var key, var value] || !facts._values.TryAdd(key.Trim(), value.Trim()))
                throw new HelpSourceException(file, block.Line, $"'{line}' must be 'Key: value', each key once.");
        }

        return facts;
    }

    internal bool Flag(string key) => this[key] switch
    {
        "True" => true,
        "False" => false,
        var other => throw new HelpSourceException(_file, _line, $"'{key}: {other}' must be True or False."),
    };

    /// <summary>Returns the values between the commas; none for <c>None</c> or an empty text.</summary>
    internal IReadOnlyList<string> List(string key) => this[key] is "None" or ""
        ? []
        : this[key].Split(',', StringSplitOptions.TrimEntries);
}
