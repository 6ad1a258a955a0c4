namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The private network of an instance.</summary>
public sealed record VirtualPrivateCloud
{
    /// <summary>The network's ID; <c>DEFAULT</c>, together with the subnet, for the default one.</summary>
    public string? VpcId { get; init; }

    /// <summary>The subnet's ID; <c>DEFAULT</c>, together with the network, for the default one.</summary>
    public string? SubnetId { get; init; }

    /// <summary>True if the instance is a public gateway of its network.</summary>
    public bool? AsVpcGateway { get; init; }

    /// <summary>The addresses to assign, one for each instance.</summary>
    public IReadOnlyList<string>? PrivateIpAddresses { get; init; }

    /// <summary>Number of random IPv6 addresses.</summary>
    public long? Ipv6AddressCount { get; init; }
}
