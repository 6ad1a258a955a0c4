using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of data disks: those of the instance that was given, or of all instances.</summary>
public sealed class DataDiskIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var given = line.Values("InstanceId");
        return (line.Lookup?.Instances(line.Regions()) ?? [])
            .Where(found => given.Count == 0 || given.Contains(found.Item.InstanceId))
            .SelectMany(found => found.Item.DataDisks, (found, disk) => new Suggestion(
                disk.DiskId ?? "", Messages.DataDiskTip(disk, found.Item), found.Item.InstanceName));
    }
}
