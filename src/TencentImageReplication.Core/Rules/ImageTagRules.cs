using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for the tags that a user sets on images.</summary>
/// <remarks>Source: page 651/13354. The service has the last word: it reserves more prefixes than this one.</remarks>
public static class ImageTagRules
{
    /// <summary>The prefix of the tags that only Tencent Cloud itself sets.</summary>
    public const string ReservedPrefix = "qcs:";

    /// <summary>Checks if only Tencent Cloud itself sets a tag.</summary>
    public static bool IsReserved(string key) => key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Checks a tag.</summary>
    public static RuleViolation? Check(Tag tag)
    {
        if (IsReserved(tag.Key))
        {
            return new RuleViolation(
                "TagReserved",
                Localized.Text($"Only Tencent Cloud itself sets tags such as '{tag.Key}'.", $"“{tag.Key}”这样的标签只能由腾讯云设置。"),
                Localized.Text($"Use a key that does not start with {ReservedPrefix}", $"请使用不以 {ReservedPrefix} 开头的标签键。"));
        }

        return tag.Value.Length > 0
            ? null
            : new RuleViolation(
                "TagWithoutValue",
                Localized.Text($"The tag '{tag.Key}' has no value. Tencent Cloud requires one.", $"标签“{tag.Key}”没有值，而腾讯云要求标签值不能为空。"),
                Localized.Text($"Write it as @{{ '{tag.Key}' = 'value' }} or as '{tag.Key}=value'.", $"请写成 @{{ '{tag.Key}' = '值' }} 或 '{tag.Key}=值'。"));
    }

    /// <summary>Creates the violation for a tag that names the source of a copy.</summary>
    public static RuleViolation IsMark(string key) => new(
        "TagIsMark",
        Localized.Text(
            $"The tag '{key}' names the source of a copy. The copy commands set it, and recognize copies by it.",
            $"标签“{key}”记录副本的来源，由复制命令设置，并用于识别副本。"),
        Localized.Text(
            "Use another key. To remove the tag from an image that is no copy, use the Tencent Cloud console.",
            "请使用其他标签键。如需删除非副本镜像上的该标签，请使用腾讯云控制台。"));
}
