using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>InquiryPriceRunInstances: returns the price of instances.</summary>
    /// <remarks>The rate is not documented: this is the lowest documented rate of a similar action.</remarks>
    public static CvmAction<InquiryPriceRunInstancesRequest, InquiryPriceRunInstancesResponse> InquiryPriceRunInstances { get; } = new(
        nameof(InquiryPriceRunInstances),
        new(
            static () => CvmRequestJsonContext.Default.InquiryPriceRunInstancesRequest,
            static () => CvmResponseJsonContext.Default.InquiryPriceRunInstancesResponse),
        requestsPerSecond: 10,
        RetrySafety.Always,
        secretsOf: request => [request.LoginSettings?.Password]);
}

/// <summary>The instances to price. The price depends on zone, type, disks, bandwidth, number and billing mode.</summary>
public sealed record InquiryPriceRunInstancesRequest
{
    /// <summary>The zone.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The image. Some images cost extra.</summary>
    public required string ImageId { get; init; }

    /// <summary>The billing mode; by the hour by default.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The prepaid period; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The type.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The system disk.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>Bandwidth to the internet.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The number of instances, 1 to 100. The price is for all of them.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>The name shown.</summary>
    public string? InstanceName { get; init; }

    /// <summary>The log-in. The price does not depend on it.</summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name.</summary>
    public string? HostName { get; init; }

    /// <summary>Tags for the created resources.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Metadata that the user sets.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The launch template to start from.</summary>
    public LaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>Returns only the name of the type, because the log-in must not appear in a log.</summary>
    public override string ToString() => nameof(InquiryPriceRunInstancesRequest);
}

/// <summary>The price of the instances.</summary>
public sealed record InquiryPriceRunInstancesResponse : CvmResponse
{
    /// <summary>The price of all of them together.</summary>
    public Price? Price { get; init; }
}
