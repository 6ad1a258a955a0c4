namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>A role to assume.</summary>
/// <param name="Arn">The role: <c>qcs::cam::uin/(account):roleName/(role)</c>.</param>
/// <param name="SessionName">The name of the session in the audit records of the role's account.</param>
/// <param name="DurationSeconds">The lifetime of each temporary key; null for the default of the service.</param>
public sealed record AssumedRole(string Arn, string SessionName, int? DurationSeconds);
