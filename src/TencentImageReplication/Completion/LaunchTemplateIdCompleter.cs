using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of launch templates, by ID or by name.</summary>
public sealed class LaunchTemplateIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.LaunchTemplates(line.Regions()) ?? [])
            .OrderBy(found => found.Item.LaunchTemplateName, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Suggestion(found.Item.LaunchTemplateId, Messages.LaunchTemplateTip(found.Item, found.Region), found.Item.LaunchTemplateName));
}
