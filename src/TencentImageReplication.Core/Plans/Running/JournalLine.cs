using System.Text;
using System.Text.Json;

namespace TencentImageReplication.Core.Plans.Running;

/// <summary>A line of a journal: an object of JSON. Values that are null are left out.</summary>
internal sealed class JournalLine
{
    private readonly Utf8JsonWriter _json;

    private JournalLine(Utf8JsonWriter json) => _json = json;

    /// <summary>Creates a line.</summary>
    /// <param name="add">Adds its values.</param>
    public static string Create(Action<JournalLine> add)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            add(new JournalLine(json));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public void Text(string name, string? value)
    {
        if (value is not null)
            _json.WriteString(name, value);
    }

    public void Number(string name, long? value)
    {
        if (value is { } number)
            _json.WriteNumber(name, number);
    }

    public void Flag(string name, bool value) => _json.WriteBoolean(name, value);

    /// <summary>Adds a time, in UTC.</summary>
    public void Time(string name, DateTimeOffset? value)
    {
        if (value is { } time)
            _json.WriteString(name, time.UtcDateTime);
    }
}
