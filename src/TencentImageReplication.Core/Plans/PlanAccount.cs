namespace TencentImageReplication.Core.Plans;

/// <summary>An account of a plan, and the way to its credentials: a role to assume, or a profile of tccli.</summary>
/// <param name="Name">The name in the plan.</param>
/// <param name="AssumeRoleArn">The role to assume with the credentials of the connection; null with a profile.</param>
/// <param name="ProfileName">The profile; null with a role.</param>
public sealed record PlanAccount(string Name, string? AssumeRoleArn, string? ProfileName);
