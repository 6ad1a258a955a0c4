namespace TencentImageReplication;

/// <summary>The kinds of things that use an image.</summary>
public enum TccImageUsageKind : long
{
    /// <summary>An instance that was created from the image.</summary>
    Instance,

    /// <summary>A version of a launch template.</summary>
    LaunchTemplateVersion,

    /// <summary>A launch configuration of auto scaling.</summary>
    LaunchConfiguration,

    /// <summary>Not a use, but a list that could not be read: any image of the region may be in use.</summary>
    Unknown,
}
