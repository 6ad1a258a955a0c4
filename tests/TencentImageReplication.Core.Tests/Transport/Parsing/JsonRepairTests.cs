using System.Text;
using System.Text.Json;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Transport.Parsing;

public sealed class JsonRepairTests
{
    /// <summary>The bytes of a JSON text in hexadecimal (the text is in quotes), and the text to read.</summary>
    public static TheoryData<byte[], string> BadTexts => new()
    {
        { Text([0x61, 0xFF, 0x62]), "a\uFFFDb" },
        { Text([0x61, 0x80, 0x62]), "a\uFFFDb" },
        { Text([0xC0, 0xAF]), "\uFFFD\uFFFD" },
        { Text([0xE4, 0xBD]), "\uFFFD" },
        { Text([0xE4, 0xBD, 0x61]), "\uFFFDa" },
        { Text([0xED, 0xA0, 0xBD]), "\uFFFD\uFFFD\uFFFD" },
        { Text([0xF0, 0x9F, 0x98]), "\uFFFD" },
        { Text([0xF0, 0x9F, 0x98, 0x61]), "\uFFFDa" },
        { Text([0xF5, 0x80, 0x80, 0x80]), "\uFFFD\uFFFD\uFFFD\uFFFD" },
        { Text([0xD6, 0xD0, 0xCE, 0xC4]), "\uFFFD\uFFFD\uFFFD\uFFFD" },
        { Text(@"half \ud83d"), "half \uFFFD" },
        { Text(@"\ud83d\ud83d\ude00"), "\uFFFD😀" },
        { Text(@"\ude00\ud83d"), "\uFFFD\uFFFD" },
        { Text(@"\ud83dx\ude00"), "\uFFFDx\uFFFD" },
        { Text(@"\uD83D\n"), "\uFFFD\n" },
        { Text(@"\\ud83d"), @"\ud83d" },
        { Text(@"\x1b[2J"), @"\x1b[2J" },
        { Text(@"\u12"), @"\u12" },
        { Text(@"\u12zz"), @"\u12zz" },
        { Text([0x61, 0x1B, 0x0A, 0x62]), "a\u001b\nb" },
        { Text([0x61, 0x00, 0x62]), "a\0b" },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void A_badly_encoded_text_is_read_with_replacement_characters(byte[] json, string text)
    {
        using var document = JsonDocument.Parse(JsonRepair.Repair(json));

        Assert.Equal(text, document.RootElement.GetString());
    }

    [Theory]
    [InlineData("""{"a": "é 中文 😀 \ud83d\ude00 \u0041 \\ \" \n", "b": [1, null, true]}""")]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("\"\\u00")]
    [InlineData("{\n\t\"a\":\r\n1 }")]
    [InlineData("<html>\n</html>")]
    public void Sound_and_incomplete_texts_stay_the_same_bytes(string json)
    {
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(json);

        var repaired = JsonRepair.Repair(bytes);

        Assert.Equal(json.EndsWith("u00", StringComparison.Ordinal) ? json.Replace(@"\u", @"\\u", StringComparison.Ordinal) : json,
            Encoding.UTF8.GetString(repaired.Span));
    }

    [Fact]
    public void A_byte_order_mark_is_removed() =>
        Assert.Equal("{}", Encoding.UTF8.GetString(JsonRepair.Repair(Encoding.UTF8.GetBytes("\uFEFF{}")).Span));

    [Fact]
    public void Text_around_a_bad_one_is_untouched()
    {
        byte[] json = [.. "[\"中\", "u8, .. Text([0xFF]), .. ", \"\\\"x\", "u8, .. Text(@"\ud83d"), .. ", \"文\"]"u8];

        using var document = JsonDocument.Parse(JsonRepair.Repair(json));

        Assert.Equal(["中", "\uFFFD", "\"x", "\uFFFD", "文"], document.RootElement.EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public void Random_bytes_in_a_text_never_fail()
    {
        var random = new Random(1);
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = new byte[random.Next(12)];
            random.NextBytes(bytes);
            // A quote would end the text, a backslash at the end would escape the end.
            var text = Text([.. bytes.Select(b => b is (byte)'"' or (byte)'\\' ? (byte)'u' : b)]);

            using var document = JsonDocument.Parse(JsonRepair.Repair(text));

            Assert.Equal(
                Encoding.UTF8.GetString(text.AsSpan(1, text.Length - 2)), document.RootElement.GetString());
        }
    }

    private static byte[] Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    private static byte[] Text(byte[] text) => [(byte)'"', .. text, (byte)'"'];
}
