namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// An account and one of its keys. Records with the same <see cref="AccountId"/> are different keys of one account,
/// for example a permanent and a temporary one.
/// </summary>
public sealed record SimulatedAccount
{
    /// <summary>The root account's ID (uin), digits only.</summary>
    public required string AccountId { get; init; }

    /// <summary>The ID (uin) of the sub-account that the key belongs to; null for a key of the root account.</summary>
    public string? SubAccountId { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The public part of the key.</summary>
    public required string SecretId { get; init; }

    /// <summary>The secret part of the key: a dummy that has no use outside the simulator.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The token of a temporary key; null for a permanent key.</summary>
    public string? Token { get; init; }

    /// <summary>The time at which the temporary key expires; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>True when after-sales service has enabled copies between the mainland and other regions.</summary>
    public bool CrossBorderEnabled { get; init; }

    /// <summary>True when the balance is sufficient to start instances.</summary>
    public bool HasBalance { get; init; } = true;

    /// <summary>True when auto scaling has been granted its role <c>AS_QCSRole</c>.</summary>
    public bool AutoScalingRoleGranted { get; init; } = true;

    /// <summary>The actions that the key has no permission for, such as <c>TagResources</c>.</summary>
    public IReadOnlyList<string> DeniedActions { get; init; } = [];

    /// <summary>False when the service does not accept the application number of the account.</summary>
    public bool HasValidAppId { get; init; } = true;

    /// <summary>The confirmation by MFA that some actions require.</summary>
    public MfaConfirmation MfaConfirmation { get; init; }

    /// <summary>The code that the MFA device of the account shows; null for no device.</summary>
    public string? MfaCode { get; init; }

    /// <summary>The session of a role that the key belongs to; null for the key of an account.</summary>
    internal RoleSession? Session { get; init; }

    /// <summary>Returns the account without its secrets, which must not get into a log.</summary>
    public override string ToString() => $"{Name} ({AccountId}, {SecretId})";
}
