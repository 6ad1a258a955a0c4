using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Targets;
using TencentImageReplication.Errors;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets scaling groups with the image of their launch configuration, from one or more regions.</summary>
[Cmdlet(VerbsCommon.Get, "TccAutoScalingGroup", DefaultParameterSetName = ById)]
[OutputType(typeof(TccAutoScalingGroup))]
public sealed class GetTccAutoScalingGroupCommand : TargetCommand
{
    /// <summary>The IDs of scaling groups. Without IDs and names, the command gets all scaling groups of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("asg-")]
    [ArgumentCompleter(typeof(AutoScalingGroupIdCompleter))]
    public string[]? AutoScalingGroupId { get; set; }

    /// <summary>The names of scaling groups. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    [ArgumentCompleter(typeof(AutoScalingGroupNameCompleter))]
    public string[]? AutoScalingGroupName { get; set; }

    private protected override (string Parameter, string[]? Values) Ids() => (nameof(AutoScalingGroupId), AutoScalingGroupId);

    private protected override (string Parameter, string[]? Values) Names() => (nameof(AutoScalingGroupName), AutoScalingGroupName);

    private protected override void Read(Search<NamePatterns> search) => ReadLists<NamePatterns, ScalingGroupTarget>(
        search,
        (list, token) => ScalingGroupTarget.ListAsync(
            AutoScaling, list.Region, group => search.IsWanted(list, group.AutoScalingGroupId, group.AutoScalingGroupName), token),
        (list, target) =>
        {
            search.MarkFound(list, target.Group.AutoScalingGroupId, target.Group.AutoScalingGroupName);
            PostOutput(TccAutoScalingGroup.From(target, list.Region));
            return true;
        });

    private protected override ErrorRecord IdNotFound(string id, IEnumerable<string> regions) => ErrorRecords.AutoScalingGroupNotFound(id, regions);

    private protected override ErrorRecord NameNotFound(string name, IEnumerable<string> regions) => ErrorRecords.AutoScalingGroupNameNotFound(name, regions);
}
