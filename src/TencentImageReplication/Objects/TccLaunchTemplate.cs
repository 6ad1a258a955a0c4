using TencentImageReplication.Core.Targets;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>A launch template with its default version, as returned by DescribeLaunchTemplates and DescribeLaunchTemplateVersions.</summary>
public sealed record TccLaunchTemplate
{
    /// <summary>The template's ID, such as <c>lt-q9t8j8eg</c>.</summary>
    public string LaunchTemplateId { get; internal init; } = "";

    /// <summary>The template's name.</summary>
    public string LaunchTemplateName { get; internal init; } = "";

    /// <summary>The region of the template.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The version that instances are created from if no version is specified. Tencent's DefaultVersionNumber.</summary>
    public int? DefaultVersion { get; internal init; }

    /// <summary>The image of the default version.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The instance type of the default version, such as <c>S5.MEDIUM4</c>.</summary>
    public string? InstanceType { get; internal init; }

    /// <summary>The highest version number. Tencent's LatestVersionNumber.</summary>
    public int? LatestVersion { get; internal init; }

    /// <summary>The number of versions; a template holds 30. Tencent's LaunchTemplateVersionCount.</summary>
    public int? VersionCount { get; internal init; }

    /// <summary>The time of its creation, in UTC. Tencent's CreationTime.</summary>
    public TccTime? CreatedTime { get; internal init; }

    /// <summary>The template's ID, so that a template can be used as an ID.</summary>
    public override string ToString() => LaunchTemplateId;

    internal static TccLaunchTemplate From(LaunchTemplateTarget target, string region) => new()
    {
        LaunchTemplateId = target.Template.LaunchTemplateId,
        LaunchTemplateName = target.Template.LaunchTemplateName,
        Region = region,
        DefaultVersion = NumberConversion.From(target.Default?.LaunchTemplateVersion ?? target.Template.DefaultVersionNumber),
        ImageId = target.Default?.LaunchTemplateVersionData?.ImageId,
        InstanceType = target.Default?.LaunchTemplateVersionData?.InstanceType,
        LatestVersion = NumberConversion.From(target.Template.LatestVersionNumber),
        VersionCount = NumberConversion.From(target.Template.LaunchTemplateVersionCount),
        CreatedTime = target.Template.CreationTime,
    };
}
