using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch templates for a parameter that takes wildcards.</summary>
public sealed class LaunchTemplateNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.LaunchTemplates(line.Regions()) ?? [])
            .GroupBy(found => found.Item.LaunchTemplateName, StringComparer.OrdinalIgnoreCase)
            .Select(named => new Suggestion(
                NameSuggestions.Pattern(named.Key), string.Join("; ", named.Select(found => Messages.LaunchTemplateTip(found.Item, found.Region)))));
}
