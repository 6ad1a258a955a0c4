using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeZoneInstanceConfigInfos: returns the instance types on sale in the zones of a region.</summary>
    public static CvmAction<
        DescribeZoneInstanceConfigInfosRequest,
        DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfos => new(
        nameof(DescribeZoneInstanceConfigInfos),
        requestsPerSecond: 40,
        RetrySafety.Always);
}

/// <summary>The instance types and zones to return.</summary>
public sealed record DescribeZoneInstanceConfigInfosRequest
{
    /// <summary>
    /// Filters such as <c>zone</c>, <c>instance-type</c>, <c>instance-charge-type</c>: at most 10, with 100 values
    /// each.
    /// </summary>
    public IReadOnlyList<Filter>? Filters { get; init; }
}

/// <summary>The instance types on sale in the zones of a region.</summary>
public sealed record DescribeZoneInstanceConfigInfosResponse : CvmResponse
{
    /// <summary>One item per zone, type and charge type.</summary>
    public IReadOnlyList<InstanceTypeQuotaItem> InstanceTypeQuotaSet { get; init => field = value ?? []; } = [];
}
