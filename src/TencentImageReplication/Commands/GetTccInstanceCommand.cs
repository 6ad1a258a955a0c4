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

    private readonly Search<InstanceQuery> _search = new(query => query.Names);

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
            _search.Add(InstanceId, ResolveRegions(Region));
        else if (!HasEmptyFilter(nameof(InstanceName), InstanceName) && !HasEmptyFilter(nameof(ImageId), ImageId))
            _search.Add(new InstanceQuery(InstanceName, ImageId), ResolveRegions(Region));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_search.Lists.Count > 0)
            ReadLists<InstanceQuery, Instance>(_search, List, Take);
        ReportMissing(_search, ErrorRecords.InstanceNotFound, ErrorRecords.InstanceNameNotFound);
        base.EndProcessing();
    }

    private IAsyncEnumerable<Instance> List(RegionQuery<InstanceQuery> list, CancellationToken cancellationToken) => list.Query is null
        ? Client.ListInstancesAsync(list.Region, _search.IdsOf(list), cancellationToken)
        : Client.ListInstancesAsync(list.Region, filters: null, cancellationToken);

    private bool Take(RegionQuery<InstanceQuery> list, Instance instance)
    {
        if (list.Query?.Matches(instance) != false)
        {
            _search.MarkFound(list, instance.InstanceId, instance.InstanceName);
            PostOutput(TccInstance.From(instance, list.Region));
        }

        return true;
    }
}
