using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A launch template, as DescribeLaunchTemplates returns it: without its versions.</summary>
public sealed record LaunchTemplateInfo
{
    /// <summary>The highest version number.</summary>
    public long? LatestVersionNumber { get; init; }

    /// <summary>The template's ID, such as <c>lt-q9t8j8eg</c>.</summary>
    public string LaunchTemplateId { get; init => field = value ?? ""; } = "";

    /// <summary>The template's name.</summary>
    [FreeText]
    public string LaunchTemplateName { get; init => field = value ?? ""; } = "";

    /// <summary>The number of the version that instances are created from if no version is specified.</summary>
    public long? DefaultVersionNumber { get; init; }

    /// <summary>The number of versions, at most 30.</summary>
    public long? LaunchTemplateVersionCount { get; init; }

    /// <summary>The account that created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The time it was created, in UTC.</summary>
    public DateTimeOffset? CreationTime { get; init; }
}
