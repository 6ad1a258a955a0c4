namespace TencentImageReplication.Core.Images.Usage;

/// <summary>The kinds of things that use images.</summary>
public enum ImageUseKind
{
    /// <summary>An instance that was created from the image.</summary>
    Instance,

    /// <summary>A version of a launch template.</summary>
    LaunchTemplateVersion,

    /// <summary>A launch configuration of auto scaling.</summary>
    LaunchConfiguration,
}
