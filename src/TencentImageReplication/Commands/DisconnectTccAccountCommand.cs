using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Session;

namespace TencentImageReplication.Commands;

/// <summary>Removes the connection of this runspace, and its simulated cloud.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "TccAccount")]
public sealed class DisconnectTccAccountCommand : TccCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var state = ModuleState.Current;
        if (state.Context is { Simulated: true })
            Simulation.Forget();
        state.Context = null;
        ExplicitConnections.Remove(ModuleState.CurrentRunspace);
    }
}
