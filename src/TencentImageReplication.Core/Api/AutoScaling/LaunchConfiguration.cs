using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>A launch configuration, as DescribeLaunchConfigurations returns it: the fields that this project reads.</summary>
public sealed record LaunchConfiguration
{
    /// <summary>The configuration's ID, such as <c>asc-fa28v4in</c>.</summary>
    public string LaunchConfigurationId { get; init => field = value ?? ""; } = "";

    /// <summary>The configuration's name.</summary>
    [FreeText]
    public string LaunchConfigurationName { get; init => field = value ?? ""; } = "";

    /// <summary>The groups that create instances from it.</summary>
    public IReadOnlyList<AutoScalingGroupAbstract> AutoScalingGroupAbstractSet { get; init => field = value ?? []; } = [];

    /// <summary>The image that instances are created from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The family of images that instances are created from. Not documented: which one applies if there is an image too.</summary>
    [FreeText]
    public string? ImageFamily { get; init; }

    /// <summary><c>NORMAL</c>, <c>IMAGE_ABNORMAL</c>, <c>CBS_SNAP_ABNORMAL</c> or <c>SECURITY_GROUP_ABNORMAL</c>.</summary>
    public string? LaunchConfigurationStatus { get; init; }

    /// <summary>The time of its last change, in UTC.</summary>
    public DateTimeOffset? UpdatedTime { get; init; }
}
