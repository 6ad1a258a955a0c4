using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The accounts that a plan shares the copies of a version with.</summary>
internal static class CopyShares
{
    /// <summary>Returns the accounts: those of the plan, and those of the source when the plan carries its sharing over.</summary>
    /// <param name="cell">The version and its place.</param>
    /// <param name="accountId">The account of the copy, which needs no sharing.</param>
    /// <param name="sharesOfSource">The accounts that the source is shared with.</param>
    public static IReadOnlyList<string> Wanted(PlanCell cell, string? accountId, IReadOnlyList<string> sharesOfSource)
    {
        var carried = cell.Family.CarryOver.HasFlag(CarriedAttributes.Sharing) && cell.Version.Image is { } source
            ? sharesOfSource.Except(PlanTags.SharedAccounts(source))
            : [];
        return [.. cell.Family.ShareWith.Concat(carried).Where(account => account != accountId).Distinct(StringComparer.Ordinal)];
    }
}
