namespace TencentImageReplication.Core.Plans;

/// <summary>A replication plan: the images that belong in which regions and accounts.</summary>
/// <param name="Path">The file of the plan, for messages.</param>
/// <param name="Source">The place of the source images.</param>
/// <param name="Accounts">The accounts that the plan names, besides that of the connection.</param>
/// <param name="Families">The families of images, in the order of the file.</param>
public sealed record ReplicationPlan(
    string Path, PlanSource Source, IReadOnlyList<PlanAccount> Accounts, IReadOnlyList<PlanFamily> Families)
{
    /// <summary>The name of the account of the connection in rows.</summary>
    public const string OwnAccount = "self";
}
