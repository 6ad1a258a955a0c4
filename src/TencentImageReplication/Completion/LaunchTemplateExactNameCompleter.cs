using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch templates for a parameter that takes exact names.</summary>
public sealed class LaunchTemplateExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.LaunchTemplates(line.Regions()) ?? [])
            .GroupBy(found => found.Item.LaunchTemplateName, StringComparer.Ordinal)
            .Select(named => new Suggestion(
                named.Key, string.Join("; ", named.Select(found => Messages.LaunchTemplateTip(found.Item, found.Region)))));
}
