using System.Globalization;

namespace TencentImageReplication.Core;

/// <summary>What the module says to people, in their language: English, or Simplified Chinese where that is the UI culture.</summary>
/// <remarks>A text and its twin stand side by side, so that neither is changed without the other being seen.</remarks>
public static class Localized
{
    /// <summary>The text in the language of the UI culture of the calling thread.</summary>
    /// <param name="english">The text.</param>
    /// <param name="chinese">The same in Simplified Chinese, with the same values in it.</param>
    public static string Text(string english, string chinese) => IsChinese(CultureInfo.CurrentUICulture) ? chinese : english;

    // As help is found: by the culture itself, then by its parents.
    private static bool IsChinese(CultureInfo culture)
    {
        for (; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (culture.Name is "zh-CN" or "zh-Hans")
                return true;
        }

        return false;
    }
}
