using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Decides which images belong to a family of a plan.</summary>
internal static class FamilySelector
{
    /// <summary>Checks that an image has the name, the image family or the tags that the plan asks for.</summary>
    public static bool Selects(PlanFamily family, Image image)
    {
        if (family.ImageName is { } pattern)
            return IsLike(image.ImageName, pattern);
        if (family.ImageFamily is { } imageFamily)
            return image.ImageFamily == imageFamily;
        return family.Tags.Count > 0 && family.Tags.All(wanted => image.Tags.Any(tag => tag.Key == wanted.Key && tag.Value == wanted.Value));
    }

    // As PowerShell compares names: without regard to case.
    private static bool IsLike(string name, string pattern)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
        return Regex.IsMatch(name, $@"\A{expression}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
