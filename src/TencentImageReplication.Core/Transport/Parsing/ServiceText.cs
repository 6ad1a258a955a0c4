using System.Text;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Cleans text from the service, where it enters.</summary>
/// <remarks>A text could contain an escape sequence that clears the screen, or megabytes.</remarks>
internal static class ServiceText
{
    /// <summary>The maximum length of an ID, a code or a state. Documented ones have at most 128 characters.</summary>
    public const int MaxIdentifierLength = 256;

    /// <summary>The maximum length of a name, a description or a tag. Documented ones have at most 256 characters.</summary>
    public const int MaxFreeTextLength = 4096;

    private const int MaxMessageLength = 2000;
    private const string Ellipsis = "…";

    /// <summary>Cleans an ID, a code or a state: writes out hidden characters, and cuts a text that is too long.</summary>
    public static string Identifier(string text) => VisibleText.Of(Cut(text, MaxIdentifierLength));

    /// <summary>
    /// Cleans a text that users write, such as a name: cuts a text that is too long. Its characters stay, because scripts compare
    /// and reuse it; a view or message writes out hidden ones.
    /// </summary>
    public static string FreeText(string text, int maxLength = MaxFreeTextLength) => Cut(text, maxLength);

    /// <summary>Cleans a message for users: puts it on one line without hidden characters, and cuts one that is too long.</summary>
    public static string Message(string text)
    {
        text = Cut(text, MaxMessageLength);
        var message = new StringBuilder(text.Length);
        foreach (var c in text)
            message.Append(VisibleText.IsHidden(c) ? ' ' : c);
        return message.ToString();
    }

    /// <summary>Cuts a text, but never inside a surrogate pair.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text.Remove(length) + Ellipsis;
    }
}
