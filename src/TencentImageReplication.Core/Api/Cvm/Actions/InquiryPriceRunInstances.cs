using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>InquiryPriceRunInstances: what instances would cost.</summary>
    /// <remarks>The rate is not documented: this is the lowest of its neighbours.</remarks>
    public static CvmAction<InquiryPriceRunInstancesRequest, InquiryPriceRunInstancesResponse> InquiryPriceRunInstances { get; } = new(
        nameof(InquiryPriceRunInstances),
        new(
            static () => CvmRequestJsonContext.Default.InquiryPriceRunInstancesRequest,
            static () => CvmResponseJsonContext.Default.InquiryPriceRunInstancesResponse),
        requestsPerSecond: 10,
        RetrySafety.Always,
        secretsOf: request => [request.LoginSettings?.Password]);
}

/// <summary>The instances to price. What they cost depends on place, type, disks, bandwidth, number and way of paying.</summary>
public sealed record InquiryPriceRunInstancesRequest
{
    /// <summary>The zone.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The image: some are paid for.</summary>
    public required string ImageId { get; init; }

    /// <summary>How they are paid for; by the hour when not given.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>For how long; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The system disk.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>Bandwidth to the internet.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>How many, 1 to 100: the price is that of all together.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>The name shown.</summary>
    public string? InstanceName { get; init; }

    /// <summary>How one logs in; nothing that a price depends on.</summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name.</summary>
    public string? HostName { get; init; }

    /// <summary>Tags for what would be created.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Metadata of the user's own.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The launch template to start from.</summary>
    public LaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>The type's name alone: the log-in must not get into a log.</summary>
    public override string ToString() => nameof(InquiryPriceRunInstancesRequest);
}

/// <summary>What the instances would cost.</summary>
public sealed record InquiryPriceRunInstancesResponse : CvmResponse
{
    /// <summary>The price of all of them together.</summary>
    public Price? Price { get; init; }
}
