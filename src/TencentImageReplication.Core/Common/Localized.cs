using System.Globalization;

namespace TencentImageReplication.Core.Common;

/// <summary>Chooses texts for users by the UI culture: English or Simplified Chinese.</summary>
/// <remarks>A text and its translation stand side by side, so that nobody changes one without seeing the other.</remarks>
public static class Localized
{
    private static readonly AsyncLocal<CultureInfo?> Culture = new();

    /// <summary>
    /// Sets the language of texts in this flow of work and the work that it starts. Windows PowerShell does not pass the UI culture
    /// of a thread to the work that it starts.
    /// </summary>
    internal static void Follow(CultureInfo culture) => Culture.Value = culture;

    /// <summary>The language of messages from Tencent Cloud: <c>zh-CN</c> or <c>en-US</c>.</summary>
    public static string ServiceLanguage => IsChinese() ? "zh-CN" : "en-US";

    /// <summary>Returns a text in the language set by <see cref="Follow"/>, or else of the UI culture of the calling thread.</summary>
    /// <param name="english">The English text.</param>
    /// <param name="chinese">The Simplified Chinese text, with the same values.</param>
    public static string Text(string english, string chinese) => IsChinese() ? chinese : english;

    /// <summary>Joins items with the list separator of the language.</summary>
    public static string List(IEnumerable<string> items) => string.Join(Text(", ", "、"), items);

    // Like Get-Help: the culture itself, then its parents.
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
