namespace TencentImageReplication;

/// <summary>The outcomes of a test of an image.</summary>
public enum TccImageTestStatus : long
{
    /// <summary>The automation agent is online, and the script did what it should.</summary>
    Passed,

    /// <summary>The instance could not be created, or the script failed.</summary>
    Failed,

    /// <summary>The test says nothing about the image: there was no instance, or its agent was not online in time.</summary>
    Inconclusive,
}
