using System.Management.Automation;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that take rows of copies and of plans: hidden parameters bind the properties of a row.</summary>
public abstract class RowCommand : TccCloudCmdlet
{
    /// <summary>A live row of a replication plan, which brings its connection.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public TccReplicationRow? PlanRow { get; set; }

    /// <summary>The source of a copy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [ValidateTccImageId(AllowEmpty = true)]
    public string? SourceImageId { get; set; }

    /// <summary>The name of a copy or an image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageName { get; set; }

    /// <summary>The account of a row of a replication plan.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Account { get; set; }

    /// <summary>The ID of that account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? AccountId { get; set; }
}
