using System.Globalization;
using System.Text;

namespace TencentImageReplication.Core.Common;

/// <summary>Makes text from other sources safe for a terminal by writing out its hidden characters.</summary>
/// <remarks>A name can contain any character. An escape sequence could clear the screen or forge a line of output.</remarks>
public static class VisibleText
{
    /// <summary>Returns the text with its hidden characters written out, such as <c>\n</c> and <c>\x1b</c>.</summary>
    public static string Of(string? text) => text is null ? "" : Of(text, index => IsHidden(text[index]));

    /// <summary>Returns the text with some characters written out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHidden">Chooses the characters by their index.</param>
    internal static string Of(string text, Func<int, bool> isHidden)
    {
        StringBuilder? visible = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (isHidden(index))
                (visible ??= new StringBuilder(text, 0, index, text.Length + 8)).Append(Written(text[index]));
            else
                visible?.Append(text[index]);
        }

        return visible?.ToString() ?? text;
    }

    /// <summary>Checks if a character moves the cursor, changes the text direction, or is invisible.</summary>
    public static bool IsHidden(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Written(char c) => c switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= '\xff' => $@"\x{(int)c:x2}",
        _ => $@"\u{(int)c:x4}",
    };
}
