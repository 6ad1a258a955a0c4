namespace TencentImageReplication.Core.Common;

/// <summary>The output stream of a message.</summary>
public enum CommandLogLevel
{
    /// <summary>For developers and support.</summary>
    Debug,

    /// <summary>For users who want to see decisions and progress.</summary>
    Verbose,

    /// <summary>For all users.</summary>
    Warning,
}
