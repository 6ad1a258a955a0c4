using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Errors;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets instances by ID, name or image, from one or more regions.</summary>
[Cmdlet(VerbsCommon.Get, "TccInstance", DefaultParameterSetName = ById)]
[OutputType(typeof(TccInstance))]
public sealed class GetTccInstanceCommand : TccCloudCmdlet
{
    private const string ById = "ById";
    private const string ByFilter = "ByFilter";

    private readonly IdsByRegion _ids = new();

    /// <summary>The IDs of instances. Without IDs and filters, the command gets all instances of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string[]? InstanceId { get; set; }

    /// <summary>The names of instances. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? InstanceName { get; set; }

    /// <summary>The images that the instances were created from.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById && IsGiven(nameof(InstanceId)))
        {
            _ids.Add(InstanceId ?? [], ResolveRegions(Region));
            return;
        }

        var query = new InstanceQuery(InstanceName, ImageId);
        ListRegions(
            ResolveRegions(Region),
            (region, token) => Client.ListInstancesAsync(region, filters: null, token),
            (region, instance) => !query.Matches(instance) || Take(instance, region));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_ids.Regions is { Count: > 0 } regions)
        {
            ListRegions(
                regions,
                (region, token) => Client.ListInstancesAsync(region, _ids.In(region), token),
                (region, instance) =>
                {
                    _ids.MarkFound(instance.InstanceId);
                    return Take(instance, region);
                },
                _ids.MarkFailed);
            foreach (var (id, searched) in _ids.Missing())
                WriteError(ErrorRecords.InstanceNotFound(id, searched));
        }

        base.EndProcessing();
    }

    private bool Take(Instance instance, string region)
    {
        PostOutput(TccInstance.From(instance, region));
        return true;
    }
}
