namespace TencentImageReplication.Simulator.Model;

/// <summary>A role of an account. Accounts and instances can assume it.</summary>
public sealed record SimulatedRole
{
    /// <summary>The account (uin) that it gives access to.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>The accounts (uin) that can assume it.</summary>
    public IReadOnlyList<string> TrustedAccounts { get; init; } = [];

    /// <summary>The resource name in requests.</summary>
    public string Arn => $"qcs::cam::uin/{AccountId}:roleName/{Name}";
}
