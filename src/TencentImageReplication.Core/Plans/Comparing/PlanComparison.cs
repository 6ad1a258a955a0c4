namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The result of comparing a plan with what is there.</summary>
/// <param name="Items">The rows, in the order of the plan.</param>
/// <param name="Families">The families and their versions; empty when the sources could not be read.</param>
internal sealed record PlanComparison(IReadOnlyList<PlanItem> Items, IReadOnlyList<FamilyComparison> Families);
