namespace TencentImageReplication.Core.Testing;

/// <summary>The outcome of a test.</summary>
public enum BootTestStatus
{
    /// <summary>The agent is online, and the script did what it should.</summary>
    Passed,

    /// <summary>The instance could not be started, or the script failed.</summary>
    Failed,

    /// <summary>The test says nothing about the image.</summary>
    Inconclusive,
}
