namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A plan file that was read.</summary>
/// <param name="Plan">The plan; null when the file has mistakes.</param>
/// <param name="Errors">The mistakes, in the order of their lines.</param>
/// <param name="Warnings">The values that are probably mistakes, in the order of their lines.</param>
public sealed record PlanFile(ReplicationPlan? Plan, IReadOnlyList<PlanProblem> Errors, IReadOnlyList<PlanProblem> Warnings);
