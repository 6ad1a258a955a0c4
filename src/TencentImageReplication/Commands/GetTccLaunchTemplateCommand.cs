using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Targets;
using TencentImageReplication.Errors;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets launch templates with the image of their default version, from one or more regions.</summary>
[Cmdlet(VerbsCommon.Get, "TccLaunchTemplate", DefaultParameterSetName = ById)]
[OutputType(typeof(TccLaunchTemplate))]
public sealed class GetTccLaunchTemplateCommand : TargetCommand
{
    /// <summary>The IDs of launch templates. Without IDs and names, the command gets all launch templates of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("lt-")]
    [ArgumentCompleter(typeof(LaunchTemplateIdCompleter))]
    public string[]? LaunchTemplateId { get; set; }

    /// <summary>The names of launch templates. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    [ArgumentCompleter(typeof(LaunchTemplateNameCompleter))]
    public string[]? LaunchTemplateName { get; set; }

    private protected override (string Parameter, string[]? Values) Ids() => (nameof(LaunchTemplateId), LaunchTemplateId);

    private protected override (string Parameter, string[]? Values) Names() => (nameof(LaunchTemplateName), LaunchTemplateName);

    private protected override void Read(Search<NamePatterns> search) => ReadLists<NamePatterns, LaunchTemplateTarget>(
        search,
        (list, token) => LaunchTemplateTarget.ListAsync(
            Client, list.Region, template => search.IsWanted(list, template.LaunchTemplateId, template.LaunchTemplateName), token),
        (list, target) =>
        {
            search.MarkFound(list, target.Template.LaunchTemplateId, target.Template.LaunchTemplateName);
            PostOutput(TccLaunchTemplate.From(target, list.Region));
            return true;
        });

    private protected override ErrorRecord IdNotFound(string id, IEnumerable<string> regions) => ErrorRecords.LaunchTemplateNotFound(id, regions);

    private protected override ErrorRecord NameNotFound(string name, IEnumerable<string> regions) => ErrorRecords.LaunchTemplateNameNotFound(name, regions);
}
