using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeZoneInstanceConfigInfos: the instance types that the zones of a region sell.</summary>
    /// <remarks>The rate is not documented: this is the lowest of its neighbours.</remarks>
    public static CvmAction<
        DescribeZoneInstanceConfigInfosRequest,
        DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfos
    { get; } = new(
        nameof(DescribeZoneInstanceConfigInfos),
        new(
            static () => CvmRequestJsonContext.Default.DescribeZoneInstanceConfigInfosRequest,
            static () => CvmResponseJsonContext.Default.DescribeZoneInstanceConfigInfosResponse),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>Which instance types, in which zones.</summary>
public sealed record DescribeZoneInstanceConfigInfosRequest
{
    /// <summary>
    /// Filters such as <c>zone</c>, <c>instance-type</c>, <c>instance-charge-type</c>: at most 10, with 100 values
    /// each.
    /// </summary>
    public IReadOnlyList<Filter>? Filters { get; init; }
}

/// <summary>The instance types that the zones of a region sell.</summary>
public sealed record DescribeZoneInstanceConfigInfosResponse : CvmResponse
{
    /// <summary>One item per zone, type and charge type.</summary>
    public IReadOnlyList<InstanceTypeQuotaItem> InstanceTypeQuotaSet { get; init => field = value ?? []; } = [];
}
