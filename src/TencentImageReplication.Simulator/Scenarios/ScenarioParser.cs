using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>Parses JSON with comments and keeps the line of each value.</summary>
internal sealed class ScenarioParser
{
    private const int MaxDepth = 32;
    private readonly List<int> _lineStarts = [0];

    private ScenarioParser(byte[] json)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == (byte)'\n')
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>Parses a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="problems">Receives the mistakes.</param>
    /// <returns>The value; null when the text is not JSON.</returns>
    public static ScenarioNode? Parse(string json, ICollection<ScenarioProblem> problems)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };
        try
        {
            var reader = new Utf8JsonReader(bytes, options);
            reader.Read();
            var root = new ScenarioParser(bytes).Value(ref reader, problems);
            // What follows the value must be white space and comments.
            reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            problems.Add(new ScenarioProblem(
                (int)(error.LineNumber ?? 0) + 1,
                Localized.Text("This is not valid JSON: ", "不是有效的 JSON：") + Reason(error)));
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(new ScenarioProblem(1, Localized.Text("A text contains an escape that is not a character.", "文本包含无效的转义字符。")));
            return null;
        }
    }

    /// <summary>Returns the message without the position at its end, which counts from 0.</summary>
    private static string Reason(JsonException error)
    {
        var position = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? error.Message : error.Message.Substring(0, position);
    }

    private ScenarioNode Value(ref Utf8JsonReader reader, ICollection<ScenarioProblem> problems)
    {
        var line = Line(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new ScenarioNode(JsonValueKind.Object, line, "", [], Members(ref reader, problems));
            case JsonTokenType.StartArray:
                var items = new List<ScenarioNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, problems));
                return new ScenarioNode(JsonValueKind.Array, line, "", items, []);
            case JsonTokenType.String:
                return new ScenarioNode(JsonValueKind.String, line, reader.GetString()!, [], []);
            case JsonTokenType.Number:
                return new ScenarioNode(JsonValueKind.Number, line, Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), [], []);
            case JsonTokenType.True:
                return new ScenarioNode(JsonValueKind.True, line, "true", [], []);
            case JsonTokenType.False:
                return new ScenarioNode(JsonValueKind.False, line, "false", [], []);
            default:
                return new ScenarioNode(JsonValueKind.Null, line, "null", [], []);
        }
    }

    private List<ScenarioMember> Members(ref Utf8JsonReader reader, ICollection<ScenarioProblem> problems)
    {
        var members = new List<ScenarioMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, Line(reader.TokenStartIndex));
            reader.Read();
            var value = Value(ref reader, problems);
            if (members.Exists(member => member.Name == name))
                problems.Add(new ScenarioProblem(line, Localized.Text($"'{name}' occurs twice.", $"“{name}”出现了两次。")));
            else
                members.Add(new ScenarioMember(name, line, value));
        }
        return members;
    }

    private int Line(long offset)
    {
        var index = _lineStarts.BinarySearch((int)offset);
        return index >= 0 ? index + 1 : ~index;
    }
}
