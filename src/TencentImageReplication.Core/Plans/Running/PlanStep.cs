namespace TencentImageReplication.Core.Plans.Running;

/// <summary>A step of a run, for a person to confirm.</summary>
/// <param name="Action">The actions of the step: with <see cref="PlanActions.Copy"/>, also what goes before it.</param>
/// <param name="Rows">The rows that the step concerns: one version, in one account; several regions only for a copy.</param>
public sealed record PlanStep(PlanActions Action, IReadOnlyList<PlanRow> Rows)
{
    /// <summary>The snapshot storage in GiB that is billed for the new copies, or that deleted copies free.</summary>
    public long TotalSizeGB => Rows.Sum(row => row.SizeGB ?? 0);
}
