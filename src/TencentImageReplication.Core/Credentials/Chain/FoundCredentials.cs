using TencentImageReplication.Core.Credentials.Roles;

namespace TencentImageReplication.Core.Credentials.Chain;

/// <summary>Credentials, and what stood beside them.</summary>
/// <param name="Source">Where they come from.</param>
public sealed record FoundCredentials(ICredentialSource Source)
{
    /// <summary>The role to assume with them, if that was said in the same place.</summary>
    public AssumedRole? Role { get; init; }

    /// <summary>The region of the profile, if any.</summary>
    public string? Region { get; init; }

    /// <summary>The host of the profile, if any.</summary>
    public string? Endpoint { get; init; }
}
