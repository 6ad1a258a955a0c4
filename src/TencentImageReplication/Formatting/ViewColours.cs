using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TencentImageReplication.Formatting;

/// <summary>The colours of states: only where the host shows colours, and PowerShell removes them from redirected output.</summary>
internal static class ViewColours
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Reset = "\u001b[0m";

    private static readonly ConditionalWeakTable<Runspace, PSHost> Hosts = new();

    // Windows PowerShell has no PSStyle and would write colours into files. This assembly does not know the type.
    private static readonly PropertyInfo? StyleProperty = typeof(PSObject).Assembly
        .GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static);

    /// <summary>Returns a state or a status, coloured if its reader can see that.</summary>
    internal static string Of(string state) =>
        ColourOf(state) is null || Console.IsOutputRedirected || StyleProperty is null || Runspace.DefaultRunspace is not { } runspace
            ? state
            : Of(state, HostOf(runspace), StyleProperty.GetValue(null));

    /// <param name="state">The state of an image or an instance, or the status of a copy.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="style">PowerShell's PSStyle; null if there is none.</param>
    internal static string Of(string state, PSHost? host, object? style) =>
        ColourOf(state) is { } colour && ShowsColour(host, style) ? $"{colour}{state}{Reset}" : state;

    private static string? ColourOf(string state) => state switch
    {
        "NORMAL" or "RUNNING" or nameof(ImageCopyStatus.Completed) or nameof(ImageCopyStatus.Source) or nameof(ImageCopyStatus.DryRunPassed)
            or nameof(TccImageTestStatus.Passed) or nameof(TccReplicationState.InSync) or nameof(TccReplicationStatus.Removed) => Green,
        "CREATEFAILED" or "IMPORTFAILED" or "LAUNCH_FAILED" or nameof(ImageCopyStatus.Failed) or nameof(ImageCopyStatus.TimedOut)
            or nameof(ImageCopyStatus.Unknown) or nameof(TccReplicationState.Blocked) => Red,
        "CREATING" or "SYNCING" or "IMPORTING" or "PENDING" or "STARTING" or nameof(ImageCopyStatus.Requested)
            or nameof(ImageCopyStatus.Copying) or nameof(ImageCopyStatus.WouldCopy)
            or nameof(TccReplicationState.Missing) or nameof(TccReplicationState.Stale) or nameof(TccReplicationState.Different) or nameof(TccReplicationState.Outdated)
            or nameof(TccReplicationState.Surplus) or nameof(TccReplicationState.Held) or nameof(TccReplicationStatus.Planned)
            or nameof(TccReplicationStatus.Skipped) or nameof(TccImageTestStatus.Inconclusive) => Yellow,
        _ => null,
    };

    // PowerShell keeps colours in output that is redirected outside of it: pwsh -Command ... > file.
    private static bool ShowsColour(PSHost? host, object? style) =>
        !Console.IsOutputRedirected
        && style is not null
        && PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value is { } rendering
        && rendering.ToString() != "PlainText"
        && host?.UI?.SupportsVirtualTerminal == true;

    // A property knows its object and nothing else. The host of a runspace stays the same.
    private static PSHost HostOf(Runspace runspace) =>
        Hosts.GetValue(runspace, _ => (PSHost)PSObject.AsPSObject(ScriptBlock.Create("$Host").InvokeReturnAsIs()).BaseObject);
}
