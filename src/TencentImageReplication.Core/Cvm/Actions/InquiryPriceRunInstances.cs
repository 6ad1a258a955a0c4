using TencentImageReplication.Core.Cvm.Models;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>InquiryPriceRunInstances: what instances would cost.</summary>
    /// <remarks>The rate is not documented: this is the lowest of its neighbours.</remarks>
    public static CvmAction<InquiryPriceRunInstancesRequest, InquiryPriceRunInstancesResponse> InquiryPriceRunInstances { get; } = new(
        nameof(InquiryPriceRunInstances),
        CvmJsonContext.Default.InquiryPriceRunInstancesRequest,
        CvmJsonContext.Default.InquiryPriceRunInstancesResponse,
        requestsPerSecond: 10,
        RepeatSafety.Always);
}

/// <summary>The instances to price: of a request to start them, what their price depends on.</summary>
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
}

/// <summary>What the instances would cost.</summary>
public sealed record InquiryPriceRunInstancesResponse : CvmResponse
{
    /// <summary>The price of all of them together.</summary>
    public Price? Price { get; init; }
}
