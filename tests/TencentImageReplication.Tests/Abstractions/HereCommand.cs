using System.Management.Automation;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Tests.Abstractions;

/// <summary>Says of work on the pipeline thread where it ran, and whether what it logged went to this command: within, and after it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Here")]
public sealed class HereCommand : TccCmdlet
{
    protected override void ProcessRecord()
    {
        var pipeline = Environment.CurrentManagedThreadId;
        RunHere(token =>
        {
            PostOutput(Environment.CurrentManagedThreadId == pipeline);
            PostOutput(IsLogged);
            return Task.CompletedTask;
        });
        WriteObject(IsLogged);
    }

    private static bool IsLogged => CommandLog.Instance.IsEnabled(LogLevel.Warning);
}
