using TencentImageReplication.Core.Plans;

namespace TencentImageReplication;

/// <summary>A replication plan that was read from a file: the images that belong in which regions and accounts.</summary>
public sealed class TccReplicationPlan
{
    internal TccReplicationPlan(ReplicationPlan plan)
    {
        Plan = plan;
        Families = new TccStringList(plan.Families.Select(family => family.Name));
        Accounts = new TccStringList(plan.Accounts.Select(account => account.Name));
        Regions = new TccStringList(plan.Families
            .SelectMany(family => family.Targets)
            .SelectMany(target => target.Regions)
            .Distinct(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The file, with its full path.</summary>
    public string Path => Plan.Path;

    /// <summary>The version of the format of the file.</summary>
    public int PlanVersion { get; } = 1;

    /// <summary>The name of the account with the source images; <c>self</c> for that of the connection.</summary>
    public string SourceAccount => Plan.Source.Account ?? ReplicationPlan.OwnAccount;

    /// <summary>The region of the source images.</summary>
    public string SourceRegion => Plan.Source.Region;

    /// <summary>The names of the families.</summary>
    public TccStringList Families { get; }

    /// <summary>The names of the accounts, besides that of the connection.</summary>
    public TccStringList Accounts { get; }

    /// <summary>The regions of all targets.</summary>
    public TccStringList Regions { get; }

    internal ReplicationPlan Plan { get; }

    /// <summary>The file, so that a plan can be used as a path.</summary>
    public override string ToString() => Path;
}
