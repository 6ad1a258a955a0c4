using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets what uses images: instances, versions of launch templates, and launch configurations of auto scaling.</summary>
[Cmdlet(VerbsCommon.Get, "TccImageUsage")]
[OutputType(typeof(TccImageUsage))]
public sealed class GetTccImageUsageCommand : RowCommand
{
    private readonly ByConnection<UsageQuery> _queries = new(_ => new UsageQuery());

    /// <summary>The IDs of images. Without IDs, the command gets the uses of all custom images of the region.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("img-")]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(OwnImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var regions = ResolveRegions(Region);
        if (RefuseOtherAccount(PlanRow, Account, AccountId, regions[0]))
            return;
        var query = _queries[ConnectionOf(PlanRow)];
        if (IsGiven(nameof(ImageId)))
            query.Ids.Add(ImageId ?? [], regions);
        else
            query.AddRegions(regions);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _queries.Connections.Where(connection => _queries[connection].Regions.Count > 0))
            Read(connection, _queries[connection]);
        base.EndProcessing();
    }

    private void Read(CommandConnection connection, UsageQuery query)
    {
        var uses = new ImageUsageReader(connection.Client, connection.AutoScaling);
        var reader = EngineFactory.CreateUsageReader(Scope, connection.Client, uses, connection.CreateAccount());
        ReadLists(
            query.Regions,
            region => region,
            (region, token) => reader.ListAsync(region, query.In(region), token),
            (region, usage) => Take(query, region, usage),
            query.Ids.MarkFailed);
        foreach (var (id, searched) in query.Ids.Missing())
            WriteError(ErrorRecords.ImageNotFound(id, searched));
    }

    private bool Take(UsageQuery query, string region, RegionUsage usage)
    {
        foreach (var image in usage.Images)
            query.Ids.MarkFound(image.ImageId);
        foreach (var row in ImageUsageRows.Of(usage, query.In(region)))
            PostOutput(row);
        return true;
    }
}
