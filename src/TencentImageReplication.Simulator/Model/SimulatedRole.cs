namespace TencentImageReplication.Simulator.Model;

/// <summary>A role of an account: rights that are lent for a while, to accounts or to instances.</summary>
public sealed record SimulatedRole
{
    /// <summary>The account (uin) whose rights it lends.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>The accounts (uin) whose keys may assume it.</summary>
    public IReadOnlyList<string> TrustedAccounts { get; init; } = [];

    /// <summary>How it is named in requests.</summary>
    public string Arn => $"qcs::cam::uin/{AccountId}:roleName/{Name}";
}
