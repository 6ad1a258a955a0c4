using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The tags with which plans remember what they did, in addition to the marks of copies.</summary>
internal static class PlanTags
{
    /// <summary>
    /// The tag of a source image that a plan has shared with other accounts, to copy it there. A plan stops only sharing that it names.
    /// The value is a list of account IDs.
    /// </summary>
    public const string Share = "ImageReplicationShare";

    /// <summary>The tag of a copy that a plan needed only to reach other regions. The value is the name of the family in the plan.</summary>
    public const string Intermediate = "ImageReplicationIntermediate";

    // Allowed in tag values (page 651/13354), and in no account ID.
    private const char BetweenAccounts = ';';

    /// <summary>Checks that a tag is one of the module, which copies do not get from their source.</summary>
    public static bool IsOwn(string key) => SourceMark.IsKey(key) || key is Share or Intermediate;

    /// <summary>Returns the accounts that a plan has shared an image with.</summary>
    public static IReadOnlyList<string> SharedAccounts(Image image) =>
        ValueOf(image, Share)?.Split(BetweenAccounts).Where(account => account.Length > 0).ToList() ?? [];

    /// <summary>Returns the value of the tag for accounts.</summary>
    public static string ShareValue(IEnumerable<string> accounts) => string.Join(BetweenAccounts.ToString(), accounts);

    /// <summary>Checks that a plan needed a copy only to reach other regions.</summary>
    public static bool IsIntermediate(Image image) => ValueOf(image, Intermediate) is not null;

    private static string? ValueOf(Image image, string key) => image.Tags.FirstOrDefault(tag => tag.Key == key)?.Value;
}
