using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>TerminateInstances: deletes instances; prepaid ones at the second request, so a request is never repeated blindly.</summary>
    public static CvmAction<TerminateInstancesRequest, TerminateInstancesResponse> TerminateInstances => new(
        nameof(TerminateInstances),
        requestsPerSecond: 10,
        RetrySafety.Never);
}

/// <summary>The instances to delete. If one cannot be deleted, the whole request fails.</summary>
public sealed record TerminateInstancesRequest
{
    /// <summary>Instance IDs, at most 100, all of one billing mode.</summary>
    public required IReadOnlyList<string> InstanceIds { get; init; }

    /// <summary>True to release elastic IP addresses of the primary interface too; false by default.</summary>
    public bool? ReleaseAddress { get; init; }

    /// <summary>True to release attached prepaid data disks too; false by default.</summary>
    public bool? ReleasePrepaidDataDisks { get; init; }
}

/// <summary>The response to a deletion: the instances are being deleted.</summary>
public sealed record TerminateInstancesResponse : CvmResponse;
