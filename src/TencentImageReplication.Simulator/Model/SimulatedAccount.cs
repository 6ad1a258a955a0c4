namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// An account and one of its keys. Several with the same <see cref="AccountId"/> are several keys of one account,
/// for example a permanent and a temporary one.
/// </summary>
public sealed record SimulatedAccount
{
    /// <summary>The root account's ID (uin), digits only.</summary>
    public required string AccountId { get; init; }

    /// <summary>The ID (uin) of the sub-account that the key belongs to; null when it is the root account's own.</summary>
    public string? SubAccountId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The key's public half.</summary>
    public required string SecretId { get; init; }

    /// <summary>The key's secret half: a dummy, good for nothing outside the simulator.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The token that goes with a temporary key; null for a permanent key.</summary>
    public string? Token { get; init; }

    /// <summary>When the temporary key ends; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether after-sales service has enabled copying between the mainland and elsewhere.</summary>
    public bool CrossBorderEnabled { get; init; }

    /// <summary>Whether there is money to start instances with.</summary>
    public bool HasBalance { get; init; } = true;

    /// <summary>Without the secrets, so that no log gets them by accident.</summary>
    public override string ToString() => $"{Name} ({AccountId}, {SecretId})";
}
