using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TencentImageReplication.Demo;

/// <summary>Shows and runs commands one after the other, as if a user typed them.</summary>
internal sealed class DemoPlayer(Runspace runspace, Terminal terminal) : IDisposable
{
    private readonly PowerShell _shell = PowerShell.Create(runspace);

    internal void Play(DemoStep step)
    {
        terminal.WriteLine();
        terminal.WriteLine($"# {step.Comment}");
        terminal.WriteLine($"PS> {step.Command.ReplaceLineEndings("\n>> ")}");

        _shell.Commands.Clear();
        _shell.AddScript(step.Command);
        // A console formats errors and sends them to the host. So does the demo.
        _shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        _shell.AddCommand("Out-Default");
        _shell.Invoke();
        terminal.ClearStatus();
    }

    internal void Stop() => _shell.Stop();

    public void Dispose() => _shell.Dispose();
}
