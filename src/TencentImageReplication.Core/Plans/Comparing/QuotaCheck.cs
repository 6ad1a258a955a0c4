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
        var blocked = new HashSet<(string Family, string Place)>();
        var checkedItems = items.Select(Check).ToList();
        return [.. checkedItems.Select(Hold)];

        PlanItem Check(PlanItem item)
        {
            if (!item.Row.Action.HasFlag(PlanActions.Copy))
                return item;
            var place = placeOf(item.Cell);
            var key = KeyOf(item);
            wanted.TryGetValue(key, out var before);
            wanted[key] = before + 1;
            if (place.Quota is not { } quota || place.Images.Count + before < quota)
                return item;
            blocked.Add((item.Row.Family, key));
            return item with { Row = item.Row with { State = PlanState.Blocked, Action = PlanActions.None, Reason = PlanTexts.QuotaFull(quota) } };
        }

        // Nothing is deleted where the newest version has no room.
        PlanItem Hold(PlanItem item) => item.Cell.IsTarget && item.Row.Action == PlanActions.Remove && blocked.Contains((item.Row.Family, KeyOf(item)))
            ? item with { Row = item.Row with { State = PlanState.Held, Action = PlanActions.None, Reason = PlanTexts.NewestMissing } }
            : item;
    }

    private static string KeyOf(PlanItem item) => FamilyComparison.KeyOf(item.Row.Account, item.Row.Region);
}
