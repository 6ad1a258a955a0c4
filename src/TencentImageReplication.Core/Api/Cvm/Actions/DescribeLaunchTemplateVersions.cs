using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeLaunchTemplateVersions: returns versions of a launch template.</summary>
    public static CvmAction<DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResponse> DescribeLaunchTemplateVersions => new(
        nameof(DescribeLaunchTemplateVersions),
        requestsPerSecond: 20,
        RetrySafety.Always);
}

/// <summary>
/// The versions to return: <see cref="LaunchTemplateVersions"/>, or a range of numbers. The service refuses both together.
/// </summary>
public sealed record DescribeLaunchTemplateVersionsRequest
{
    /// <summary>The template.</summary>
    public required string LaunchTemplateId { get; init; }

    /// <summary>Version numbers.</summary>
    public IReadOnlyList<long>? LaunchTemplateVersions { get; init; }

    /// <summary>The lowest number; 0 by default.</summary>
    public long? MinVersion { get; init; }

    /// <summary>The highest number; 30 by default. Numbers only rise, so an older template has higher ones.</summary>
    public long? MaxVersion { get; init; }

    /// <summary>Number of versions to skip; 0 by default.</summary>
    public long? Offset { get; init; }

    /// <summary>Maximum number of versions to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>True to return the default version; false by default.</summary>
    public bool? DefaultVersion { get; init; }
}

/// <summary>A page of versions of a launch template.</summary>
public sealed record DescribeLaunchTemplateVersionsResponse : CvmResponse
{
    /// <summary>A total number; of templates, as it is documented.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The versions of this page.</summary>
    public IReadOnlyList<LaunchTemplateVersionInfo> LaunchTemplateVersionSet { get; init => field = value ?? []; } = [];
}
