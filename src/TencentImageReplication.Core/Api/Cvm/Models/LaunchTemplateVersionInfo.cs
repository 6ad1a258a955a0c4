using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A version of a launch template.</summary>
public sealed record LaunchTemplateVersionInfo
{
    /// <summary>The version number.</summary>
    public long? LaunchTemplateVersion { get; init; }

    /// <summary>The properties of the instances.</summary>
    public LaunchTemplateVersionData? LaunchTemplateVersionData { get; init; }

    /// <summary>The time it was created, in UTC.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>The template's ID.</summary>
    public string LaunchTemplateId { get; init => field = value ?? ""; } = "";

    /// <summary>True for the version that instances are created from if no version is specified.</summary>
    public bool? IsDefaultVersion { get; init; }

    /// <summary>The description.</summary>
    [FreeText]
    public string? LaunchTemplateVersionDescription { get; init; }

    /// <summary>The account that created it.</summary>
    public string? CreatedBy { get; init; }
}
