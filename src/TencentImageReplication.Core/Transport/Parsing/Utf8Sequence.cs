namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Recognizes valid sequences of UTF-8. The .NET Framework has no method for it.</summary>
/// <remarks>Source: table 3-7 of the Unicode standard, and its practice of replacing the longest valid start by one U+FFFD.</remarks>
internal static class Utf8Sequence
{
    /// <summary>Checks if a text starts with a valid sequence of more than one byte.</summary>
    /// <param name="text">A text that starts with a byte outside ASCII.</param>
    /// <param name="length">The length of the sequence, or of the part to replace.</param>
    public static bool IsValid(ReadOnlySpan<byte> text, out int length)
    {
        var (expected, minimum, maximum) = text[0] switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (1, 0, 0),
        };

        for (length = 1; length < expected; length++)
        {
            if (length >= text.Length || text[length] < minimum || text[length] > maximum)
                return false;
            (minimum, maximum) = (0x80, 0xBF);
        }

        return expected > 1;
    }
}
