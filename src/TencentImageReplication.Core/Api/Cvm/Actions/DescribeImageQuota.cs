using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeImageQuota: returns the maximum number of custom images in a region.</summary>
    public static CvmAction<DescribeImageQuotaRequest, DescribeImageQuotaResponse> DescribeImageQuota => new(
        nameof(DescribeImageQuota),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>The request of DescribeImageQuota. It has no fields: the region is that of the call.</summary>
public sealed record DescribeImageQuotaRequest;

/// <summary>The maximum number of custom images in the region.</summary>
public sealed record DescribeImageQuotaResponse : CvmResponse
{
    /// <summary>The maximum number of custom images, including existing ones.</summary>
    public long? ImageNumQuota { get; init; }
}
