namespace TencentImageReplication.Core.Testing;

/// <summary>The codes of outcomes that the service has no code for.</summary>
internal static class BootTestCodes
{
    public const string LaunchFailed = nameof(LaunchFailed);
    public const string NotRunning = nameof(NotRunning);
    public const string AgentNotOnline = nameof(AgentNotOnline);
    public const string ScriptFailed = nameof(ScriptFailed);
    public const string ScriptTimedOut = nameof(ScriptTimedOut);
    public const string ScriptNotFinished = nameof(ScriptNotFinished);
    public const string ScriptOutputDifferent = nameof(ScriptOutputDifferent);
    public const string ScriptOutputCut = nameof(ScriptOutputCut);
}
