using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the types of system disks. Others may come: the parameter takes any.</summary>
public sealed class SystemDiskTypeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        DiskTypes.All.Select(type => new Suggestion(type));
}
