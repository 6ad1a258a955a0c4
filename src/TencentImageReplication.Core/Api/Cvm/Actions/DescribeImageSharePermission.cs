using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeImageSharePermission: returns the accounts that an image is shared with.</summary>
    public static CvmAction<DescribeImageSharePermissionRequest, DescribeImageSharePermissionResponse> DescribeImageSharePermission => new(
        nameof(DescribeImageSharePermission),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>An image that the account owns.</summary>
public sealed record DescribeImageSharePermissionRequest
{
    /// <summary>The image.</summary>
    public required string ImageId { get; init; }
}

/// <summary>All accounts that an image is shared with. There are no pages.</summary>
public sealed record DescribeImageSharePermissionResponse : CvmResponse
{
    /// <summary>An entry for each account.</summary>
    public IReadOnlyList<SharePermission> SharePermissionSet { get; init => field = value ?? []; } = [];
}
