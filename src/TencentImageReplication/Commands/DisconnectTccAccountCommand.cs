using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Session;

namespace TencentImageReplication.Commands;

/// <summary>Forgets the connection of this runspace; the simulated cloud is forgotten with it.</summary>
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
    }
}
