using TencentImageReplication.Core.Credentials.Roles;

namespace TencentImageReplication.Core.Credentials.Chain;

/// <summary>Credentials, and the settings found in the same place.</summary>
/// <param name="Source">The source of the credentials.</param>
public sealed record FoundCredentials(ICredentialSource Source)
{
    /// <summary>The role to assume with them, if any.</summary>
    public AssumedRole? Role { get; init; }

    /// <summary>The region of the profile, if any.</summary>
    public string? Region { get; init; }

    /// <summary>The host of the profile, if any.</summary>
    public string? Endpoint { get; init; }
}
