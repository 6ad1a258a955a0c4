using System.Management.Automation;
using System.Management.Automation.Runspaces;
using TencentImageReplication.Demo;

var terminal = new Terminal();
var manifest = ModuleManifest.Find();
if (manifest is null)
{
    terminal.WriteError("TencentImageReplication.psd1 was not found. Run the demo from a clone of the repository.");
    return 2;
}

var state = InitialSessionState.CreateDefault2();
state.ImportPSModule([manifest]);
using var runspace = RunspaceFactory.CreateRunspace(new DemoHost(terminal), state);
runspace.Open();
using var player = new DemoPlayer(runspace, terminal);
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    player.Stop();
};

try
{
    foreach (var step in DemoScript.Steps)
        player.Play(step);
}
catch (RuntimeException failure)
{
    terminal.WriteError(failure.Message);
    return 1;
}

if (terminal.HasErrors)
{
    terminal.WriteError("The demo ended with errors: see above.");
    return 1;
}

return 0;
