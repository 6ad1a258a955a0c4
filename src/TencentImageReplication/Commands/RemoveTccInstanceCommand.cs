using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Deletes instances (TerminateInstances).</summary>
[Cmdlet(VerbsCommon.Remove, "TccInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveTccInstanceCommand : TccCloudCmdlet
{
    private readonly List<InstanceRef> _instances = [];

    /// <summary>The instances.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("ins-")]
    [ValidateTccInstanceId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string[]? InstanceId { get; set; }

    /// <summary>The region of the instances; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Also deletes prepaid instances: the first request moves them to the recycle bin, the second deletes them permanently.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(InstanceId is [var line] ? line : null))
            return;
        if (InstanceId is not { Length: > 0 } || InstanceId.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoInstanceId(InstanceId));
            return;
        }

        var region = ResolveRegion(Region);
        foreach (var instanceId in InstanceId)
            _instances.Add(new InstanceRef(instanceId, region));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_instances.Count > 0)
        {
            var options = new InstanceRemovalOptions
            {
                IncludePrepaid = Force,
                ConfirmAsync = plan => ConfirmAsync(Messages.RemoveInstance(plan)),
            };
            var remover = EngineFactory.CreateInstanceRemover(Scope, Client, options, TimeProvider);
            Run(token => remover.RunAsync([.. _instances.Distinct()], Fail, token));
        }

        base.EndProcessing();
    }

    private void Fail(InstanceRef instance, Exception failure) => PostError(ErrorRecords.InstanceFailed(instance, failure));
}
