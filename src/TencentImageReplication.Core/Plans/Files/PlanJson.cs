using System.Text;
using System.Text.Json;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the values of a plan from JSON, which may have comments and commas at the end of lists.</summary>
internal static class PlanJson
{
    private const int MaxDepth = 16;

    private static readonly JsonReaderOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };

    /// <returns>The value; null when the text is not JSON, which is reported.</returns>
    public static PlanNode? Read(string json, PlanReport report)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            var reader = new Utf8JsonReader(bytes, Lenient);
            reader.Read();
            var root = ReadValue(ref reader, new LineCounter(bytes));
            // What follows the value must be white space and comments.
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            report.Error((int)(exception.LineNumber ?? 0) + 1, NotJson(Reason(exception)));
        }
        catch (InvalidOperationException exception)
        {
            // A text with an escape that is no character.
            report.Error(1, NotJson(exception.Message));
        }

        return null;
    }

    private static string NotJson(string reason) => Localized.Text($"This is not valid JSON: {reason}", $"不是有效的 JSON：{reason}");

    // The position at the end counts from 0.
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message.Substring(0, end);
    }

    private static PlanNode ReadValue(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new PlanNode(PlanNodeKind.Table, line) { Members = ReadMembers(ref reader, lines) },
            JsonTokenType.StartArray => new PlanNode(PlanNodeKind.List, line) { Items = ReadItems(ref reader, lines) },
            JsonTokenType.String => new PlanNode(PlanNodeKind.Text, line) { Text = reader.GetString()! },
            JsonTokenType.Number => new PlanNode(PlanNodeKind.Number, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan.ToArray()) },
            JsonTokenType.True => new PlanNode(PlanNodeKind.Boolean, line) { Text = "true" },
            JsonTokenType.False => new PlanNode(PlanNodeKind.Boolean, line) { Text = "false" },
            _ => new PlanNode(PlanNodeKind.Null, line),
        };
    }

    private static List<PlanMember> ReadMembers(ref Utf8JsonReader reader, LineCounter lines)
    {
        var members = new List<PlanMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
            reader.Read();
            members.Add(new PlanMember(key, line, ReadValue(ref reader, lines)));
        }

        return members;
    }

    private static List<PlanNode> ReadItems(ref Utf8JsonReader reader, LineCounter lines)
    {
        var items = new List<PlanNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, lines));
        return items;
    }

    /// <summary>Counts lines up to positions that only rise.</summary>
    private sealed class LineCounter(byte[] text)
    {
        private int _line = 1;
        private int _position;

        public int At(long position)
        {
            for (; _position < position; _position++)
            {
                if (text[_position] == (byte)'\n')
                    _line++;
            }

            return _line;
        }
    }
}
