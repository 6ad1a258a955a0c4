using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Queries;
using TencentImageReplication.Session;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets the regions, or the regions that an image can be copied to.</summary>
/// <remarks>Works without a connection too, with the list of the module.</remarks>
[Cmdlet(VerbsCommon.Get, "TccRegion")]
[OutputType(typeof(TccRegion))]
public sealed class GetTccRegionCommand : FindingCommand
{
    private IReadOnlyList<TccRegion>? _regions;

    /// <summary>IDs or names of regions, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The region of an image: only regions that it can be copied to are shown.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? DestinationFor { get; set; }

    /// <summary>Includes regions that need an account enabled for copies between the Chinese mainland and elsewhere.</summary>
    [Parameter]
    public SwitchParameter AllowCrossBorder { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RefuseEmptyFilters((nameof(Name), Name));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasEmptyFilter(nameof(Name), Name))
            return;

        _regions ??= RegionList.Merge(ReadRegions());
        var names = new NamePatterns(Name);
        var named = _regions.Where(region => names.Matches(region.Region) || names.Matches(region.DisplayName)).ToArray();
        foreach (var region in named)
        {
            names.MarkFound(region.Region);
            names.MarkFound(region.DisplayName);
            if (IsDestination(region))
                WriteObject(region);
        }

        foreach (var name in names.Missing())
            WriteError(ErrorRecords.RegionNotFound(name));
        if (named.Length == 0)
            WriteVerbose(Messages.NoRegionFound());
    }

    private bool IsDestination(TccRegion region) =>
        string.IsNullOrEmpty(DestinationFor)
        || (region.Available != false && RegionRules.CheckDestination(DestinationFor!, region.Region, AllowCrossBorder) is null);

    private IReadOnlyList<RegionInfo>? ReadRegions()
    {
        // A list is no reason to look for credentials: only an existing connection is used.
        if (Context is null && ModuleState.Current.Context is null)
            return null;
        try
        {
            IReadOnlyList<RegionInfo>? regions = null;
            Run(token => Client.DescribeRegionsAsync(token).ThenAsync(response => regions = response.RegionSet));
            return regions;
        }
        catch (TencentCloudException failure)
        {
            WriteVerbose(Messages.RegionListUnavailable(failure.Code));
            return null;
        }
    }
}
