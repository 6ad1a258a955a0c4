namespace TencentImageReplication.Core.Common;

/// <summary>The stream of a command that a message belongs in.</summary>
public enum CommandLogLevel
{
    /// <summary>For those who develop or support the module.</summary>
    Debug,

    /// <summary>For those who want to know what is being decided.</summary>
    Verbose,

    /// <summary>For everybody.</summary>
    Warning,
}
