using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Completion;

/// <summary>Completes region IDs from the list of the module, without a request.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        RegionCatalog.All.Select(region => new Suggestion(region.Id, region.DisplayName));
}
