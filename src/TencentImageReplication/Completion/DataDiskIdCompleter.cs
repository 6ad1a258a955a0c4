using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of data disks, of the instance of -InstanceId or of all instances.</summary>
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
