using System.Globalization;

namespace TencentImageReplication.Simulator.Model;

/// <summary>Chooses texts for users by the UI culture: English or Simplified Chinese.</summary>
internal static class Localized
{
    /// <summary>Returns a text in the language of the UI culture.</summary>
    public static string Text(string english, string chinese) => IsChinese() ? chinese : english;

    /// <summary>Joins items with the list separator of the language.</summary>
    public static string List(IEnumerable<string> items) => string.Join(Text(", ", "、"), items);

    private static bool IsChinese()
    {
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (culture.Name is "zh-CN" or "zh-Hans")
                return true;
        }

        return false;
    }
}
