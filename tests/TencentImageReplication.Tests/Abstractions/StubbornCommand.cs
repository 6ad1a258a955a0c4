using System.Management.Automation;
using TencentImageReplication.Abstractions;

namespace TencentImageReplication.Tests.Abstractions;

/// <summary>Posts an object, then works for ever without reading its token: the worst case for stopping.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Stubborn")]
public sealed class StubbornCommand : TccCmdlet
{
    internal static TaskCompletionSource Started { get; set; } = new();

    internal static TaskCompletionSource Cancelled { get; set; } = new();

    [Parameter]
    public SwitchParameter Fail { get; set; }

    protected override void ProcessRecord() => Run(async token =>
    {
        token.Register(Cancelled.SetResult);
        if (Fail)
            PostError(new ErrorRecord(new TimeoutException("late"), "Late", ErrorCategory.OperationTimeout, null));
        Started.SetResult();
        await new TaskCompletionSource().Task;
    });
}
