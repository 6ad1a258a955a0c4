using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>
/// Reads times in responses, such as <c>2020-09-22T00:00:00Z</c> or <c>2020-09-22T00:00:00+00:00</c>, as UTC.
/// </summary>
/// <remarks>
/// A time that cannot be parsed (empty, or all zeros for an event that has not happened) is null, so that it does not make a
/// whole list unreadable.
/// </remarks>
internal sealed class TencentTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, Styles, out var time) ? time : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }
}
