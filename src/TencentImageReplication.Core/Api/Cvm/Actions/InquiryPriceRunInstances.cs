using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>InquiryPriceRunInstances: returns the price of instances.</summary>
    /// <remarks>The rate is not documented: this is the lowest documented rate of a similar action.</remarks>
    public static CvmAction<InquiryPriceRunInstancesRequest, InquiryPriceRunInstancesResponse> InquiryPriceRunInstances => new(
        nameof(InquiryPriceRunInstances),
        requestsPerSecond: 10,
        RetrySafety.Always,
        secretsOf: request => [request.LoginSettings?.Password]);
}

/// <summary>The instances to price. The price depends on zone, type, disks, bandwidth, number and billing mode.</summary>
public sealed record InquiryPriceRunInstancesRequest : InstanceSpecification
{
    /// <summary>The zone.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The image. Some images cost extra.</summary>
    public required string ImageId { get; init; }

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The launch template to start from.</summary>
    public LaunchTemplate? LaunchTemplate { get; init; }
}

/// <summary>The price of the instances.</summary>
public sealed record InquiryPriceRunInstancesResponse : CvmResponse
{
    /// <summary>The price of all of them together.</summary>
    public Price? Price { get; init; }
}
