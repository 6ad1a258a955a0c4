using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DeleteLaunchTemplateVersions: deletes versions of a launch template, except the default one.</summary>
    public static CvmAction<DeleteLaunchTemplateVersionsRequest, DeleteLaunchTemplateVersionsResponse> DeleteLaunchTemplateVersions => new(
        nameof(DeleteLaunchTemplateVersions),
        // Not documented: the rate of the other actions of launch templates.
        requestsPerSecond: 20,
        // Not documented: if the number of a deleted version comes back. A retry could delete a version that was created since.
        RetrySafety.Never);
}

/// <summary>The versions to delete.</summary>
public sealed record DeleteLaunchTemplateVersionsRequest
{
    /// <summary>The template.</summary>
    public required string LaunchTemplateId { get; init; }

    /// <summary>The numbers of the versions.</summary>
    public required IReadOnlyList<long> LaunchTemplateVersions { get; init; }
}

/// <summary>The response, which has only a request ID.</summary>
public sealed record DeleteLaunchTemplateVersionsResponse : CvmResponse;
