using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Session;

namespace TencentImageReplication.Commands;

/// <summary>Gets the connection of this runspace, if Connect-TccAccount has created one.</summary>
[Cmdlet(VerbsCommon.Get, "TccContext")]
[OutputType(typeof(TccContext))]
public sealed class GetTccContextCommand : TccCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ModuleState.Current.Context is { } context)
            WriteObject(context);
    }
}
