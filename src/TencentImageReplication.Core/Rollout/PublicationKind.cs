namespace TencentImageReplication.Core.Rollout;

/// <summary>The kinds of targets that instances are created from.</summary>
public enum PublicationKind
{
    /// <summary>A launch template.</summary>
    LaunchTemplate,

    /// <summary>A launch configuration of auto scaling.</summary>
    LaunchConfiguration,

    /// <summary>A scaling group, with its launch configuration.</summary>
    AutoScalingGroup,
}
