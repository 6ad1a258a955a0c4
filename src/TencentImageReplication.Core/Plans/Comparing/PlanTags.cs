using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The tags with which plans remember what they did, in addition to the marks of copies.</summary>
internal static class PlanTags
{
    // Allowed in tag values (page 651/13354), and in no account ID.
    private const char BetweenAccounts = ';';

    /// <summary>Returns the accounts that a plan has shared an image with.</summary>
    public static IReadOnlyList<string> SharedAccounts(Image image) =>
        ValueOf(image, ModuleTags.Share)?.Split(BetweenAccounts).Where(account => account.Length > 0).ToList() ?? [];

    /// <summary>Returns the value of the tag for accounts.</summary>
    public static string ShareValue(IEnumerable<string> accounts) => string.Join(BetweenAccounts.ToString(), accounts);

    /// <summary>Checks that a plan needed a copy only to reach other regions.</summary>
    public static bool IsIntermediate(Image image) => ValueOf(image, ModuleTags.Intermediate) is not null;

    /// <summary>Checks that an image passed a test in its region.</summary>
    public static bool IsVerified(Image image) => ValueOf(image, ModuleTags.Verified) is not null;

    private static string? ValueOf(Image image, string key) => image.Tags.FirstOrDefault(tag => tag.Key == key)?.Value;
}
