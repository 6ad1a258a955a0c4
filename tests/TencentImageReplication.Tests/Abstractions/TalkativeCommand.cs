using System.Management.Automation;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Abstractions;

namespace TencentImageReplication.Tests.Abstractions;

/// <summary>Logs a line, then works until it was read.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Talkative")]
public sealed class TalkativeCommand : TccCmdlet
{
    internal static TaskCompletionSource Heard { get; set; } = new();

    protected override void ProcessRecord() => Run(async token =>
    {
        Scope.Log.Log(LogLevel.Information, 0, "Under way.", null, static (text, _) => text);
        await Heard.Task.WaitAsync(token);
        PostOutput("done");
    });
}
