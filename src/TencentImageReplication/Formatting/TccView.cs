using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Formatting;

/// <summary>Formats values for the tables and lists of the module. The objects keep the original values.</summary>
public static class TccView
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Reset = "\u001b[0m";

    /// <summary>Returns a text from the service on one line, with escaped control characters.</summary>
    public static string Text(object? value) => VisibleText.Of(Join(Unwrap(value)));

    /// <summary>Returns a state, coloured if the host shows colours and PowerShell removes them from redirected output.</summary>
    /// <param name="state">The state of an image or an instance, or the status of a copy.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="style">PowerShell's PSStyle. Windows PowerShell has none and would write colours into files.</param>
    public static string State(object? state, PSHost? host, PSObject? style)
    {
        var text = Text(state);
        return ColourOf(text) is { } colour && ShowsColour(host, style) ? $"{colour}{text}{Reset}" : text;
    }

    private static string? ColourOf(string state) => state switch
    {
        "NORMAL" or "RUNNING" or nameof(ImageCopyStatus.Completed) or nameof(ImageCopyStatus.DryRunPassed) => Green,
        "CREATEFAILED" or "IMPORTFAILED" or "LAUNCH_FAILED" or nameof(ImageCopyStatus.Failed) or nameof(ImageCopyStatus.TimedOut)
            or nameof(ImageCopyStatus.Unknown) => Red,
        "CREATING" or "SYNCING" or "IMPORTING" or "PENDING" or "STARTING"
            or nameof(ImageCopyStatus.Requested) or nameof(ImageCopyStatus.Copying) => Yellow,
        _ => null,
    };

    // PowerShell keeps colours in output that is redirected outside of it: pwsh -Command ... > file.
    private static bool ShowsColour(PSHost? host, PSObject? style) =>
        !Console.IsOutputRedirected
        && style?.Properties["OutputRendering"]?.Value is { } rendering
        && rendering.ToString() != "PlainText"
        && host?.UI?.SupportsVirtualTerminal == true;

    private static string Join(object? value) => value switch
    {
        null => "",
        string text => text,
        // Tags, or tags that were saved to a file.
        IDictionary pairs => string.Join(
            "; ", pairs.Keys.Cast<object>().OrderBy(key => $"{key}", StringComparer.Ordinal).Select(key => $"{key}={pairs[key]}")),
        IEnumerable items => string.Join("; ", items.Cast<object?>()),
        _ => value.ToString() ?? "",
    };

    // An enum that was saved as Clixml is a number with the name beside it, which the PSObject knows.
    private static object? Unwrap(object? value) => value is PSObject { BaseObject: IEnumerable items } ? items : value;
}
