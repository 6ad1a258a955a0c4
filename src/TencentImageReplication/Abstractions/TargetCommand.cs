using System.Management.Automation;
using TencentImageReplication.Completion;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that get what instances are created from, such as launch templates, by ID or by name.</summary>
public abstract class TargetCommand : FindingCommand
{
    private protected const string ById = "ById";
    private protected const string ByFilter = "ByFilter";

    private readonly Search<NamePatterns> _search = new(names => names);

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
        RefuseEmptyFilters(Names());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (ids, names) = (Ids(), Names());
        if (ParameterSetName == ById && IsGiven(ids.Parameter))
            _search.Add(ids.Values, ResolveRegions(Region));
        else if (!HasEmptyFilter(names.Parameter, names.Values))
            _search.Add(new NamePatterns(names.Values), ResolveRegions(Region));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_search.Lists.Count > 0)
            Read(_search);
        ReportMissing(_search, IdNotFound, NameNotFound);
        base.EndProcessing();
    }

    /// <summary>Returns the parameter of IDs, and its value.</summary>
    private protected abstract (string Parameter, string[]? Values) Ids();

    /// <summary>Returns the parameter of names, and its value.</summary>
    private protected abstract (string Parameter, string[]? Values) Names();

    /// <summary>Reads the lists of a search, and emits objects.</summary>
    private protected abstract void Read(Search<NamePatterns> search);

    /// <summary>Creates the error of an ID that no region has.</summary>
    private protected abstract ErrorRecord IdNotFound(string id, IEnumerable<string> regions);

    /// <summary>Creates the error of a name that no region has.</summary>
    private protected abstract ErrorRecord NameNotFound(string name, IEnumerable<string> regions);
}
