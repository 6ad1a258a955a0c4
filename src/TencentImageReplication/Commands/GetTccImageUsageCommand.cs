using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets what uses images: instances, versions of launch templates, and launch configurations of auto scaling.</summary>
[Cmdlet(VerbsCommon.Get, "TccImageUsage")]
[OutputType(typeof(TccImageUsage))]
public sealed class GetTccImageUsageCommand : TccCloudCmdlet
{
    private readonly IdsByRegion _ids = new();
    private readonly HashSet<string> _wholeRegions = new(StringComparer.OrdinalIgnoreCase);

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
        if (IsGiven(nameof(ImageId)))
            _ids.Add(ImageId ?? [], regions);
        else
            _wholeRegions.UnionWith(regions);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string[] regions = [.. _wholeRegions.Concat(_ids.Regions).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (regions.Length > 0)
        {
            var account = new CallerAccount(Connection.Connection.For(Scope));
            var reader = EngineFactory.CreateUsageReader(Scope, Client, new ImageUsageReader(Client, AutoScaling), account);
            ReadLists(regions, region => region, (region, token) => reader.ListAsync(region, IdsIn(region), token), Take, _ids.MarkFailed);
            foreach (var (id, searched) in _ids.Missing())
                WriteError(ErrorRecords.ImageNotFound(id, searched));
        }

        base.EndProcessing();
    }

    // Null for all custom images of the region.
    private IReadOnlyCollection<string>? IdsIn(string region) => _wholeRegions.Contains(region) ? null : _ids.In(region);

    private bool Take(string region, RegionUsage usage)
    {
        foreach (var image in usage.Images)
            _ids.MarkFound(image.ImageId);
        foreach (var row in ImageUsageRows.Of(usage, IdsIn(region)))
            PostOutput(row);
        return true;
    }
}
