using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Catalog;

/// <summary>The zones. Large regions have zones like the real ones, the other regions have two.</summary>
internal static class ZoneCatalog
{
    private static readonly Dictionary<string, (int Number, int[] Open, int[] Closed)> Known = new(StringComparer.Ordinal)
    {
        ["ap-guangzhou"] = (10, [3, 4, 6, 7], [1, 2]),
        ["ap-shanghai"] = (20, [2, 3, 4, 5, 8], [1]),
        ["ap-hongkong"] = (30, [2, 3], [1]),
        ["na-toronto"] = (40, [], [1]),
        ["ap-shanghai-fsi"] = (70, [1, 2, 3], []),
        ["ap-beijing"] = (80, [3, 5, 6, 7], [1, 2, 4]),
        ["ap-singapore"] = (90, [1, 2, 3, 4], []),
        ["ap-shenzhen-fsi"] = (11, [1, 2], [3]),
        ["na-siliconvalley"] = (15, [1, 2], []),
        ["ap-chengdu"] = (16, [1, 2], []),
        ["eu-frankfurt"] = (17, [1, 2], []),
        ["ap-seoul"] = (18, [1, 2], []),
        ["ap-chongqing"] = (19, [1], []),
        ["ap-mumbai"] = (21, [], [1, 2]),
        ["na-ashburn"] = (22, [1, 2], []),
        ["ap-bangkok"] = (23, [1, 2], []),
        ["eu-moscow"] = (24, [], [1]),
        ["ap-tokyo"] = (25, [1, 2], []),
        ["ap-nanjing"] = (33, [1, 2, 3], []),
    };

    private static readonly Dictionary<string, IReadOnlyList<Zone>> ByRegion =
        RegionList.Documented.ToDictionary(region => region.Id, Build, StringComparer.Ordinal);

    /// <summary>Returns the zones of a region of the cloud.</summary>
    public static IReadOnlyList<Zone> In(string region, SimulatedCloudOptions options) =>
        ByRegion.TryGetValue(region, out var zones) ? zones : options.FindRegion(region) is { } more ? Build(more) : [];

    public static Zone? Find(string region, string zone, SimulatedCloudOptions options) =>
        In(region, options).FirstOrDefault(known => known.Id == zone);

    private static IReadOnlyList<Zone> Build(SimulatedRegion region)
    {
        var (number, open, closed) = Known.TryGetValue(region.Id, out var known) ? known : (NumberOf(region), [1, 2], []);
        return [.. open.Concat(closed).OrderBy(ordinal => ordinal).Select(ordinal => new Zone(region, ordinal, number, open.Contains(ordinal)))];
    }

    /// <summary>Returns a number that no region with a known number has.</summary>
    private static int NumberOf(SimulatedRegion region) => 100 + RegionList.Documented.TakeWhile(known => known != region).Count();
}
