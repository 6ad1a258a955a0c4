namespace TencentImageReplication.Core.Rollout;

/// <summary>The need of a group with a refresh.</summary>
internal enum RefreshNeed
{
    /// <summary>It has no instances to reinstall.</summary>
    Nothing,

    /// <summary>A refresh succeeded after the launch configuration got the image.</summary>
    Done,

    /// <summary>A refresh must be started.</summary>
    Start,

    /// <summary>A refresh is active that began after the launch configuration got the image.</summary>
    Adopt,

    /// <summary>Another refresh is active.</summary>
    Blocked,
}
