namespace TencentImageReplication.Simulator.Model;

/// <summary>The session of a role that a temporary key belongs to.</summary>
/// <param name="RoleId">The ID of the role.</param>
/// <param name="Name">The name of the session.</param>
/// <param name="Caller">The account or sub-account (uin) that assumed the role.</param>
/// <param name="Tags">The tags of the session.</param>
internal sealed record RoleSession(string RoleId, string Name, string Caller, IReadOnlyList<SimulatedTag> Tags);
