using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Plans;

namespace TencentImageReplication.Commands;

/// <summary>Reads replication plans from files, and reports all mistakes in them. Needs no connection.</summary>
[Cmdlet(VerbsData.Import, "TccReplicationPlan", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TccReplicationPlan))]
public sealed class ImportTccReplicationPlanCommand : TccCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The plan files, .psd1 or .json. Wildcards are allowed.</summary>
    [SupportsWildcards]
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The plan files, whose names are not read as wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var input = new PlanInput(SessionState.Path, WriteWarning, WriteError);
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var path in isLiteral ? LiteralPath : Path)
            WriteObject(input.Read(path, isLiteral), enumerateCollection: true);
    }
}
