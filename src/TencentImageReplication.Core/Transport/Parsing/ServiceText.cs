using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Cleans text from the service, where it enters: hidden characters are written out, and the length is limited.</summary>
/// <remarks>Other people choose names and tags. A text could contain an escape sequence, or megabytes.</remarks>
internal static class ServiceText
{
    /// <summary>The maximum length of an ID, a code or a state. Documented ones have at most 128 characters.</summary>
    public const int MaxIdentifierLength = 256;

    /// <summary>The maximum length of a name, a description or a tag. Documented ones have at most 256 characters.</summary>
    public const int MaxFreeTextLength = 4096;

    private const string Ellipsis = "…";
    private const char ZeroWidthNonJoiner = '\u200c';
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>Cleans an ID, a code or a state: writes out all hidden characters.</summary>
    public static string Identifier(string text) => VisibleText.Of(Cut(text, MaxIdentifierLength));

    /// <summary>
    /// Cleans a text that users write. Line breaks and tabs stay, and the joiners inside emoji and some scripts.
    /// </summary>
    public static string FreeText(string text, int maxLength = MaxFreeTextLength)
    {
        text = Cut(text, maxLength);
        return VisibleText.Of(text, index => !IsAllowedInFreeText(text, index));
    }

    /// <summary>Cuts a text, but never inside a surrogate pair.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text.Remove(length) + Ellipsis;
    }

    // A carriage return alone would let the rest overwrite the line on a terminal.
    private static bool IsAllowedInFreeText(string text, int index) => text[index] switch
    {
        '\n' or '\t' or ZeroWidthNonJoiner or ZeroWidthJoiner => true,
        '\r' => index + 1 < text.Length && text[index + 1] == '\n',
        var c => !VisibleText.IsHidden(c),
    };
}
