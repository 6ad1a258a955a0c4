namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>
/// Repairs badly encoded text in JSON, so that one bad text does not make a whole response unreadable: invalid UTF-8 and half
/// surrogate pairs become U+FFFD, raw control characters and invalid escapes become valid escapes, and a byte-order mark is
/// removed.
/// </summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>Repairs a JSON text.</summary>
    /// <returns>The same bytes if nothing is wrong with them.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json.Slice(3);

        var text = json.Span;
        MemoryStream? repaired = null;
        var copied = 0;
        var isInString = false;
        for (var position = 0; position < text.Length;)
        {
            var length = Next(text.Slice(position), ref isInString, out var replacement);
            if (replacement.Length > 0)
            {
                repaired ??= new MemoryStream(text.Length + 64);
                Append(repaired, text.Slice(copied, position - copied));
                Append(repaired, replacement);
                copied = position + length;
            }

            position += length;
        }

        if (repaired is null)
            return json;
        Append(repaired, text.Slice(copied));
        return repaired.GetBuffer().AsMemory(0, (int)repaired.Length);
    }

    // The length of the next character, and its replacement if it is not valid.
    private static int Next(ReadOnlySpan<byte> text, ref bool isInString, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        var first = text[0];
        if (first >= 0x80)
        {
            if (!Utf8Sequence.IsValid(text, out var length))
                replacement = "\uFFFD"u8;
            return length;
        }

        if (first == '"')
            isInString = !isInString;
        else if (isInString && first == '\\')
            return NextEscape(text, out replacement);
        else if (isInString && first < ' ')
            replacement = ControlEscape(first);
        return 1;
    }

    private static int NextEscape(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        if (text.Length < 2)
            return 1;
        if ("\"\\/bfnrt"u8.IndexOf(text[1]) >= 0)
            return 2;
        if (!IsUnicodeEscape(text, out var unit))
        {
            // The reader shows the backslash as text.
            replacement = @"\\"u8;
            return 1;
        }

        if (char.IsHighSurrogate(unit) && IsUnicodeEscape(text.Slice(EscapeLength), out var second) && char.IsLowSurrogate(second))
            return 2 * EscapeLength;
        if (char.IsSurrogate(unit))
            replacement = @"\ufffd"u8;
        return EscapeLength;
    }

    private static bool IsUnicodeEscape(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < EscapeLength || text[0] != '\\' || text[1] != 'u')
            return false;
        var value = 0;
        foreach (var digit in text.Slice(2, EscapeLength - 2))
        {
            var number = HexValue(digit);
            if (number < 0)
                return false;
            value = (value << 4) | number;
        }

        unit = (char)value;
        return true;
    }

    private static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    private static byte[] ControlEscape(byte control)
    {
        var escape = @"\u0000"u8.ToArray();
        escape[4] = (byte)('0' + (control >> 4));
        escape[5] = (byte)"0123456789abcdef"[control & 0xF];
        return escape;
    }

    private static void Append(MemoryStream stream, ReadOnlySpan<byte> bytes)
    {
#if NET
        stream.Write(bytes);
#else
        stream.Write(bytes.ToArray(), 0, bytes.Length);
#endif
    }
}
