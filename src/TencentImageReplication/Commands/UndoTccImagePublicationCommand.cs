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
    private readonly List<PSObject> _rows = [];

    /// <summary>The rows of Publish-TccImage, live or read from a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Undoes a publication even if somebody has changed the target since.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _rows.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var rows = _rows.Select(Read).OfType<Publication>().ToList();
        if (rows.Count > 0)
        {
            var undo = EngineFactory.CreateUndo(Scope, Client, AutoScaling, BaseOptions() with { Force = Force }, TimeProvider);
            Work(token => undo.RunAsync(rows, token));
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

        var accountId = ReplicationRows.AccountIdOf(value);
        return PublicationRows.TryRead(value, WriteError) is { } row && !RefuseOtherAccount(row: null, accountId, accountId, row.Region) ? row : null;
    }
}
