using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>
/// Reads the times of answers, which come as <c>2020-09-22T00:00:00Z</c> or <c>2020-09-22T00:00:00+00:00</c>, into UTC.
/// </summary>
/// <remarks>
/// A time that nobody can read (empty, or all zeros for something that has not happened) is no time: a list of images
/// must not be lost over it.
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
