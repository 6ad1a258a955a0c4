using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the types of system disks. The parameter accepts others too.</summary>
public sealed class SystemDiskTypeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        DiskTypes.All.Select(type => new Suggestion(type));
}
