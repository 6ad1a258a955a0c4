using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>The description of instances to start, to price or to put in a launch template: the fields that these requests share.</summary>
public abstract record InstanceSpecification
{
    /// <summary>
    /// <c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c> (by default), <c>CDHPAID</c>, <c>SPOTPAID</c> or <c>CDCPAID</c>.
    /// </summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The prepaid period; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>; chosen by the service by default.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The system disk; the service's default by default.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks; none by default.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>Bandwidth to the internet; 0 by default.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The number of instances, 1 to 500 (to price: 1 to 100); 1 by default. The price is for all of them.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The name shown, at most 128 characters, patterns such as <c>{R:3}</c> included.</summary>
    public string? InstanceName { get; init; }

    /// <summary>
    /// Password, keys or the log-in of the image. By default, the service sends a random password to the account.
    /// </summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups; the project's default one by default.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters, a new one for each purchase. Makes the call safe to retry.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name; 2 to 15 characters on Windows, 2 to 60 elsewhere.</summary>
    public string? HostName { get; init; }

    /// <summary>Tags for the created resources.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Metadata that the user sets.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>Returns only the name of the type: the password, user data and metadata must not get into a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
