namespace TencentImageReplication;

/// <summary>The kind of the target of a publication.</summary>
public enum TccPublicationKind : long
{
    /// <summary>A launch template.</summary>
    LaunchTemplate,

    /// <summary>A launch configuration.</summary>
    LaunchConfiguration,

    /// <summary>A scaling group, with its launch configuration.</summary>
    AutoScalingGroup,
}
