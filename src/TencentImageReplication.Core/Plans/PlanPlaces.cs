using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans;

/// <summary>The names of regions of accounts in texts.</summary>
public static class PlanPlaces
{
    /// <summary>Returns regions with the name of their account. The account of the connection needs none.</summary>
    /// <param name="regions">A region, or a list of regions as text.</param>
    /// <param name="account">The name of the account in the plan.</param>
    public static string Of(string regions, string account) => account == ReplicationPlan.OwnAccount
        ? regions
        : Localized.Text($"{regions} of {VisibleText.Of(account)}", $"{VisibleText.Of(account)} 的 {regions}");
}
