using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeImageQuota: how many custom images a region may hold.</summary>
    public static CvmAction<DescribeImageQuotaRequest, DescribeImageQuotaResponse> DescribeImageQuota { get; } = new(
        nameof(DescribeImageQuota),
        new(
            static () => CvmRequestJsonContext.Default.DescribeImageQuotaRequest,
            static () => CvmResponseJsonContext.Default.DescribeImageQuotaResponse),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>What DescribeImageQuota asks for: nothing but the region of the call.</summary>
public sealed record DescribeImageQuotaRequest;

/// <summary>How many custom images the region may hold.</summary>
public sealed record DescribeImageQuotaResponse : CvmResponse
{
    /// <summary>The limit of custom images, those in use included.</summary>
    public long? ImageNumQuota { get; init; }
}
