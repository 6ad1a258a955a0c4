namespace TencentImageReplication.Simulator.Model;

/// <summary>The end of the start of an instance.</summary>
public enum LaunchEnding
{
    /// <summary>It becomes <c>RUNNING</c>.</summary>
    Running,

    /// <summary>It becomes <c>LAUNCH_FAILED</c>.</summary>
    LaunchFailed,

    /// <summary>It stays <c>PENDING</c> forever.</summary>
    Stuck,
}
