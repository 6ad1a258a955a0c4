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
public sealed class GetTccInstanceCommand : FindingCommand
{
    private const string ById = "ById";
    private const string ByFilter = "ByFilter";

    private readonly List<RegionQuery<InstanceQuery>> _queries = [];
    private readonly IdsByRegion _ids = new();
    private bool _anyFound;

    /// <summary>The IDs of instances. Without IDs and filters, the command gets all instances of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("ins-")]
    [ValidateTccInstanceId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string[]? InstanceId { get; set; }

    /// <summary>The names of instances. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    public string[]? InstanceName { get; set; }

    /// <summary>The images that the instances were created from.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RefuseEmptyFilters((nameof(InstanceName), InstanceName), (nameof(ImageId), ImageId));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById && IsGiven(nameof(InstanceId)))
        {
            _ids.Add(InstanceId ?? [], ResolveRegions(Region));
            return;
        }

        if (HasEmptyFilter(nameof(InstanceName), InstanceName) || HasEmptyFilter(nameof(ImageId), ImageId))
            return;

        var query = new InstanceQuery(InstanceName, ImageId);
        _queries.AddRange(ResolveRegions(Region).Select(region => new RegionQuery<InstanceQuery>(region, query)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // All input together, so that a region that does not respond delays no other.
        if (_queries.Count > 0 || _ids.Regions.Count > 0)
        {
            ReadLists(
                [.. _queries, .. _ids.Regions.Select(region => new RegionQuery<InstanceQuery>(region, null))],
                list => list.Region,
                (list, token) => list.Query is null
                    ? Client.ListInstancesAsync(list.Region, _ids.In(list.Region), token)
                    : Client.ListInstancesAsync(list.Region, filters: null, token),
                (list, instance) => list.Query?.Matches(instance) == false || Take(instance, list),
                list =>
                {
                    list.HasFailed = true;
                    if (list.Query is null)
                        _ids.MarkFailed(list.Region);
                });
            foreach (var (id, searched) in _ids.Missing())
                WriteError(ErrorRecords.InstanceNotFound(id, searched));
            foreach (var (name, searched) in MissingNames.Of(_queries, query => query.Names))
                WriteError(ErrorRecords.InstanceNameNotFound(name, searched));
            if (!_anyFound && _queries.Count > 0)
                SayNothingFound(_queries.Select(query => query.Region));
        }

        base.EndProcessing();
    }

    private bool Take(Instance instance, RegionQuery<InstanceQuery> list)
    {
        _ids.MarkFound(instance.InstanceId);
        _anyFound = true;
        list.Query?.Names.MarkFound(instance.InstanceName);
        PostOutput(TccInstance.From(instance, list.Region));
        return true;
    }
}
