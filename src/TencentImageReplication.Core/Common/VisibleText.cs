using System.Globalization;
using System.Text;

namespace TencentImageReplication.Core.Common;

/// <summary>Makes text from other sources safe for a terminal by writing out its hidden characters.</summary>
/// <remarks>A name can contain any character. An escape sequence could clear the screen or forge a line of output.</remarks>
public static class VisibleText
{
    /// <summary>Returns the text with its hidden characters written out, such as <c>\n</c> and <c>\x1b</c>.</summary>
    public static string Of(string? text)
    {
        if (text is null || !HasHidden(text))
            return text ?? "";
        var visible = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            visible.Append(IsHidden(c) ? Written(c) : c.ToString());
        return visible.ToString();
    }

    /// <summary>Checks if a character moves the cursor, changes the text direction, or is invisible.</summary>
    public static bool IsHidden(char c) => c is < ' ' or > '~' && char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool HasHidden(string text)
    {
        foreach (var c in text)
        {
            if (IsHidden(c))
                return true;
        }

        return false;
    }

    private static string Written(char c) => c switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= '\xff' => $@"\x{(int)c:x2}",
        _ => $@"\u{(int)c:x4}",
    };
}
