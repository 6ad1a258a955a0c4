using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Schema;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The actions that the simulator knows.</summary>
internal static class ActionTable
{
    private static readonly Dictionary<string, IApiAction> Actions = new IApiAction[]
    {
        new DescribeRegions(),
        new DescribeZones(),
        new DescribeZoneInstanceConfigInfos(),
        new DescribeImages(),
        new DescribeImageQuota(),
        new SyncImages(),
        new DescribeImageSharePermission(),
        new ModifyImageSharePermission(),
        new ModifyImageAttribute(),
        new RunInstances(),
        new DescribeInstances(),
    }.ToDictionary(action => action.Name, StringComparer.Ordinal);

    public static ApiSchema Schema { get; } = ApiSchema.Load("cvm-2017-03-12.schema");

    public static IEnumerable<string> Names => Actions.Keys;

    public static bool Knows(string name) => Actions.ContainsKey(name);

    public static IApiAction Find(string version, string name)
    {
        if (version != Schema.Version)
            throw new ServiceException("NoSuchVersion", version);
        return Actions.TryGetValue(name, out var action) ? action : throw new ServiceException("InvalidAction", name);
    }
}
