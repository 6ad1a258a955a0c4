using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Commands;

/// <summary>
/// Undoes publications: sets default versions and launch configurations back, and restores instances
/// (ModifyLaunchTemplateDefaultVersion, RollbackInstanceRefresh, ModifyLaunchConfigurationAttributes).
/// </summary>
[Cmdlet(VerbsCommon.Undo, "TccImagePublication", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TccImagePublication))]
public sealed class UndoTccImagePublicationCommand : PublicationCommand
{
    // Live rows of a replication plan bring the connections of their accounts.
    private readonly List<(CommandConnection Connection, Publication Row)> _rows = [];

    /// <summary>The rows of Publish-TccImage, live or read from a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Undoes a publication even if somebody has changed the target since.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var value in InputObject)
        {
            if (Read(value) is { } row)
                _rows.Add((ConnectionOf(value.BaseObject as TccImagePublication), row));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var account in _rows.GroupBy(row => row.Connection, row => row.Row))
        {
            var connection = account.Key;
            var options = BaseOptions(connection) with { Force = Force };
            var undo = EngineFactory.CreateUndo(Scope, connection.Client, connection.AutoScaling, options, connection.TimeProvider);
            Work(token => undo.RunAsync([.. account], token));
        }

        base.EndProcessing();
    }

    private Publication? Read(PSObject value)
    {
        if (!PublicationRows.IsRow(value))
        {
            WriteError(ErrorRecords.NoPublication(value));
            return null;
        }

        return PublicationRows.TryRead(value, WriteError) is { } row && !RefuseOtherAccount(value, row.Region) ? row : null;
    }
}
