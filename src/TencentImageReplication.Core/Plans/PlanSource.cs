namespace TencentImageReplication.Core.Plans;

/// <summary>The place of the source images of a plan.</summary>
/// <param name="Account">The name of the account; null for that of the connection.</param>
/// <param name="Region">The region.</param>
public sealed record PlanSource(string? Account, string Region);
