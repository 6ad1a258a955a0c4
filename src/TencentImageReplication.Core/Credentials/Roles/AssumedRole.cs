namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>A role to work with the rights of.</summary>
/// <param name="Arn">The role: <c>qcs::cam::uin/(account):roleName/(role)</c>.</param>
/// <param name="SessionName">What the session is called in the records of the role's account.</param>
/// <param name="DurationSeconds">For how long each key is lent; null leaves it to the service.</param>
public sealed record AssumedRole(string Arn, string SessionName, int? DurationSeconds);
