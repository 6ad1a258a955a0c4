using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>The tags that this module sets on images to remember what it did. They are true for one image only, so copies do not get them from their source.</summary>
internal static class ModuleTags
{
    /// <summary>
    /// The tag of a source image that a plan has shared with other accounts, to copy it there. A plan stops only sharing that it names.
    /// The value is a list of account IDs.
    /// </summary>
    public const string Share = "ImageReplicationShare";

    /// <summary>The tag of a copy that a plan needed only to reach other regions. The value is the name of the family in the plan.</summary>
    public const string Intermediate = "ImageReplicationIntermediate";

    /// <summary>The tag of an image that passed a test in its region. The value is a date, because a key can only have 1,000 values.</summary>
    public const string Verified = "ImageReplicationVerified";

    /// <summary>Returns the tags of a source that its copies can get: those of users.</summary>
    public static IReadOnlyList<Tag> OfUsers(Image source) => [.. source.Tags.Where(tag => !IsKey(tag.Key) && !ImageTagRules.IsReserved(tag.Key))];

    // Marks of sources too.
    private static bool IsKey(string key) => SourceMark.IsKey(key) || key is Share or Intermediate or Verified;
}
