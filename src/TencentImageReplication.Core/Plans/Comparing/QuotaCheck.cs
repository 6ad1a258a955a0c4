using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Finds the copies for which a place has no room.</summary>
internal static class QuotaCheck
{
    /// <summary>Blocks the copies that exceed the quota of their place. The copies of all families share it, in the order of the rows.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="placeOf">Returns a place.</param>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> items, Func<PlanCell, PlaceContents> placeOf)
    {
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. items.Select(Check)];

        PlanItem Check(PlanItem item)
        {
            if (!item.Row.Action.HasFlag(PlanActions.Copy))
                return item;
            var place = placeOf(item.Cell);
            var key = FamilyComparison.KeyOf(place.Account, place.Region);
            wanted.TryGetValue(key, out var before);
            wanted[key] = before + 1;
            return place.Quota is not { } quota || place.Images.Count + before < quota
                ? item
                : item with { Row = item.Row with { State = PlanState.Blocked, Action = PlanActions.None, Reason = PlanTexts.QuotaFull(quota) } };
        }
    }

    /// <summary>Creates the violation for a copy that has no room.</summary>
    public static RuleViolation Violation(PlanRow row) => new(
        "ImageQuotaReached",
        Localized.Text(
            $"'{row.Version}' was not copied to {row.Region} of {row.Account}: {row.Reason}.",
            $"未将“{row.Version}”复制到 {row.Account} 的 {row.Region}：{row.Reason}。"),
        Localized.Text(
            "Delete images there that are no longer needed, or ask Tencent Cloud for a higher quota.",
            "请删除该地域不再需要的镜像，或向腾讯云申请提高配额。"));
}
