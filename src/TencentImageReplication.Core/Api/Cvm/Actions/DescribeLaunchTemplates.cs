using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeLaunchTemplates: returns launch templates of a region.</summary>
    public static CvmAction<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResponse> DescribeLaunchTemplates => new(
        nameof(DescribeLaunchTemplates),
        requestsPerSecond: 20,
        RetrySafety.Always);
}

/// <summary>The launch templates to return: <see cref="LaunchTemplateIds"/> or <see cref="Filters"/>; all of them without both.</summary>
public sealed record DescribeLaunchTemplatesRequest
{
    /// <summary>Template IDs.</summary>
    public IReadOnlyList<string>? LaunchTemplateIds { get; init; }

    /// <summary>At most 10 filters with 5 values each: <c>LaunchTemplateName</c>, <c>tag-key</c>, <c>tag-value</c>, <c>tag:KEY</c>.</summary>
    public IReadOnlyList<Filter>? Filters { get; init; }

    /// <summary>Number of templates to skip; 0 by default.</summary>
    public long? Offset { get; init; }

    /// <summary>Maximum number of templates to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }
}

/// <summary>A page of launch templates.</summary>
public sealed record DescribeLaunchTemplatesResponse : CvmResponse
{
    /// <summary>The total number of templates that match.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The templates of this page.</summary>
    public IReadOnlyList<LaunchTemplateInfo> LaunchTemplateSet { get; init => field = value ?? []; } = [];
}
