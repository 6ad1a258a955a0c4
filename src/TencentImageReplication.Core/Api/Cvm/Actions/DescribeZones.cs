using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeZones: returns the availability zones of a region.</summary>
    public static CvmAction<DescribeZonesRequest, DescribeZonesResponse> DescribeZones => new(
        nameof(DescribeZones),
        requestsPerSecond: 20,
        RetrySafety.Always);
}

/// <summary>The request of DescribeZones. It has no fields: the region is that of the call.</summary>
public sealed record DescribeZonesRequest;

/// <summary>The availability zones of a region.</summary>
public sealed record DescribeZonesResponse : CvmResponse
{
    /// <summary>Number of zones.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The zones.</summary>
    public IReadOnlyList<ZoneInfo> ZoneSet { get; init => field = value ?? []; } = [];
}
