using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets the quotas of custom images and their use (DescribeImageQuota, DescribeImages).</summary>
[Cmdlet(VerbsCommon.Get, "TccImageQuota")]
[OutputType(typeof(TccImageQuota))]
public sealed class GetTccImageQuotaCommand : TccCloudCmdlet
{
    private readonly List<string> _regions = [];

    /// <summary>The regions; default: the region of the connection.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _regions.AddRange(ResolveRegions(Region));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReadLists(
            [.. _regions.Distinct(StringComparer.OrdinalIgnoreCase)],
            region => region,
            (region, token) => ImageQuota.ListAsync(Client, region, token),
            (region, quota) =>
            {
                PostOutput(TccImageQuota.From(quota, region));
                return true;
            });
        base.EndProcessing();
    }
}
