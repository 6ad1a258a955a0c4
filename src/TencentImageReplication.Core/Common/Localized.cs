using System.Globalization;

namespace TencentImageReplication.Core.Common;

/// <summary>What the module says to people, in their language: English, or Simplified Chinese where that is the UI culture.</summary>
/// <remarks>A text and its twin stand side by side, so that neither is changed without the other being seen.</remarks>
public static class Localized
{
    private static readonly AsyncLocal<CultureInfo?> Culture = new();

    /// <summary>
    /// From here on, in this flow of work and what it starts, texts are in the language of this culture. In Windows PowerShell
    /// the UI culture of a thread does not go along with the work that it starts.
    /// </summary>
    internal static void Follow(CultureInfo culture) => Culture.Value = culture;

    /// <summary>Which language to ask Tencent Cloud for its own messages in: <c>zh-CN</c> or <c>en-US</c>.</summary>
    public static string ServiceLanguage => IsChinese() ? "zh-CN" : "en-US";

    /// <summary>The text in the language of the UI culture of the calling thread, or of the one that is followed.</summary>
    /// <param name="english">The text.</param>
    /// <param name="chinese">The same in Simplified Chinese, with the same values in it.</param>
    public static string Text(string english, string chinese) => IsChinese() ? chinese : english;

    /// <summary>Joins items to a list, with the separator of the language.</summary>
    public static string List(IEnumerable<string> items) => string.Join(Text(", ", "、"), items);

    // As help is found: by the culture itself, then by its parents.
    private static bool IsChinese()
    {
        for (var culture = Culture.Value ?? CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (culture.Name is "zh-CN" or "zh-Hans")
                return true;
        }

        return false;
    }
}
