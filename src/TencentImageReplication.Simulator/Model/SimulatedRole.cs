using System.Globalization;

namespace TencentImageReplication.Simulator.Model;

/// <summary>A role of an account. Accounts and instances can assume it.</summary>
public sealed record SimulatedRole
{
    private readonly string? _roleId;

    /// <summary>The account (uin) that it gives access to.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>The ID, digits only; by default derived from the account and the name.</summary>
    public string RoleId
    {
        get => _roleId ?? DerivedId();
        init => _roleId = value;
    }

    /// <summary>True for a role that a service of Tencent Cloud uses, whose resource names have another form.</summary>
    public bool IsServiceRole { get; init; }

    /// <summary>The accounts (uin) that can assume it.</summary>
    public IReadOnlyList<string> TrustedAccounts { get; init; } = [];

    /// <summary>The external ID that a request for the role must contain; null for any.</summary>
    public string? ExternalId { get; init; }

    /// <summary>True when a request for the role needs a code of an MFA device (inferred).</summary>
    public bool RequiresMfa { get; init; }

    /// <summary>The resource name in requests, by the name of the role.</summary>
    public string Arn => $"qcs::cam::uin/{AccountId}:{(IsServiceRole ? "role/tencentcloudServiceRoleName" : "roleName")}/{Name}";

    /// <summary>The resource name in requests, by the ID of the role.</summary>
    public string ArnById => $"qcs::cam::uin/{AccountId}:{(IsServiceRole ? "role/tencentcloudServiceRole" : "role")}/{RoleId}";

    // FNV-1a: the same ID in every run. Tencent's examples have IDs from 4611686018427387904 (2 to the power of 62).
    private string DerivedId()
    {
        var hash = 2166136261u;
        foreach (var character in AccountId + "/" + Name)
            hash = (hash ^ character) * 16777619u;
        return (4611686018427387904L + hash).ToString(CultureInfo.InvariantCulture);
    }
}
