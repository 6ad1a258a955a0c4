using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeRegions: returns the regions of the service.</summary>
    public static CvmAction<DescribeRegionsRequest, DescribeRegionsResponse> DescribeRegions => new(
        nameof(DescribeRegions),
        requestsPerSecond: 20,
        RetrySafety.Always,
        needsRegion: false);
}

/// <summary>The request of DescribeRegions. It has no fields.</summary>
public sealed record DescribeRegionsRequest;

/// <summary>The regions of the CVM service. Tencent no longer updates this list.</summary>
public sealed record DescribeRegionsResponse : CvmResponse
{
    /// <summary>Number of regions.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The regions.</summary>
    public IReadOnlyList<RegionInfo> RegionSet { get; init => field = value ?? []; } = [];
}
