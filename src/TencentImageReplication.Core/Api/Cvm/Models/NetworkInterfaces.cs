namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A network interface of an instance to be started.</summary>
public sealed record NetworkInterfaces
{
    /// <summary><c>PRIMARY</c> or <c>SECONDARY</c>.</summary>
    public required string InterfaceType { get; init; }

    /// <summary>The private network's ID.</summary>
    public required string VpcId { get; init; }

    /// <summary>The subnet's ID.</summary>
    public required string SubnetId { get; init; }

    /// <summary>Number of private addresses to assign, 1 to 50.</summary>
    public required long PrivateIpv4AddressCount { get; init; }

    /// <summary>An existing interface to bind; only for secondary interfaces.</summary>
    public string? NetworkInterfaceId { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>True if it is deleted with its instance; only for secondary interfaces.</summary>
    public bool? DeleteWithInstance { get; init; }
}
