namespace TencentImageReplication.Core.Regions;

/// <summary>
/// The regions known when this version was made. New ones appear, so an ID that is not in here is no error:
/// the service has the last word.
/// </summary>
/// <remarks>Source: the region lists of the CVM documentation. That Hong Kong and Taiwan count as outside is inferred.</remarks>
public static class RegionCatalog
{
    private static readonly Dictionary<string, CloudRegion> ById = new(StringComparer.OrdinalIgnoreCase);

    static RegionCatalog()
    {
        foreach (var region in All)
            ById.Add(region.Id, region);
    }

    /// <summary>All known regions, mainland first.</summary>
    public static IReadOnlyList<CloudRegion> All { get; } =
    [
        new("ap-guangzhou", "South China (Guangzhou)", RegionArea.ChineseMainland),
        new("ap-shanghai", "East China (Shanghai)", RegionArea.ChineseMainland),
        new("ap-nanjing", "East China (Nanjing)", RegionArea.ChineseMainland),
        new("ap-beijing", "North China (Beijing)", RegionArea.ChineseMainland),
        new("ap-chengdu", "Southwest China (Chengdu)", RegionArea.ChineseMainland),
        new("ap-chongqing", "Southwest China (Chongqing)", RegionArea.ChineseMainland),
        new("ap-shenzhen", "South China (Shenzhen)", RegionArea.ChineseMainland),
        new("ap-qingyuan", "South China (Qingyuan)", RegionArea.ChineseMainland),
        new("ap-tianjin", "North China (Tianjin)", RegionArea.ChineseMainland),
        new("ap-guiyang", "Southwest China (Guiyang)", RegionArea.ChineseMainland),
        new("ap-guangzhou-open", "South China (Guangzhou Open)", RegionArea.ChineseMainland),
        new("ap-jinan-ec", "Edge Zone (Jinan)", RegionArea.ChineseMainland),
        new("ap-hangzhou-ec", "Edge Zone (Hangzhou)", RegionArea.ChineseMainland),
        new("ap-fuzhou-ec", "Edge Zone (Fuzhou)", RegionArea.ChineseMainland),
        new("ap-hefei-ec", "Edge Zone (Hefei)", RegionArea.ChineseMainland),
        new("ap-shijiazhuang-ec", "Edge Zone (Shijiazhuang)", RegionArea.ChineseMainland),
        new("ap-wuhan-ec", "Edge Zone (Wuhan)", RegionArea.ChineseMainland),
        new("ap-changsha-ec", "Edge Zone (Changsha)", RegionArea.ChineseMainland),
        new("ap-zhengzhou-ec", "Edge Zone (Zhengzhou)", RegionArea.ChineseMainland),
        new("ap-xian-ec", "Edge Zone (Xi'an)", RegionArea.ChineseMainland),
        new("ap-shenyang-ec", "Edge Zone (Shenyang)", RegionArea.ChineseMainland),
        new("ap-shanghai-fsi", "East China (Shanghai Finance)", RegionArea.ChineseMainlandFinance),
        new("ap-shenzhen-fsi", "South China (Shenzhen Finance)", RegionArea.ChineseMainlandFinance),
        new("ap-beijing-fsi", "North China (Beijing Finance)", RegionArea.ChineseMainlandFinance),
        new("ap-hongkong", "Hong Kong, China", RegionArea.Outside),
        new("ap-taipei", "Taipei, Taiwan, China", RegionArea.Outside),
        new("ap-singapore", "Southeast Asia (Singapore)", RegionArea.Outside),
        new("ap-jakarta", "Southeast Asia (Jakarta)", RegionArea.Outside),
        new("ap-bangkok", "Southeast Asia (Bangkok)", RegionArea.Outside),
        new("ap-seoul", "Northeast Asia (Seoul)", RegionArea.Outside),
        new("ap-tokyo", "Northeast Asia (Tokyo)", RegionArea.Outside),
        new("na-siliconvalley", "US West (Silicon Valley)", RegionArea.Outside),
        new("na-ashburn", "US East (Virginia)", RegionArea.Outside),
        new("sa-saopaulo", "South America (Sao Paulo)", RegionArea.Outside),
        new("eu-frankfurt", "Europe (Frankfurt)", RegionArea.Outside),
        new("ap-mumbai", "South Asia (Mumbai)", RegionArea.Outside, IsLegacy: true),
        new("na-toronto", "North America (Toronto)", RegionArea.Outside, IsLegacy: true),
        new("eu-moscow", "Europe (Moscow)", RegionArea.Outside, IsLegacy: true),
    ];

    /// <summary>Looks a region up by its ID, in any case.</summary>
    /// <returns>The region, or null when this version does not know it.</returns>
    public static CloudRegion? Find(string regionId) => ById.TryGetValue(regionId, out var region) ? region : null;

    /// <summary>Whether an ID is known or named like a finance region, which only its own host serves.</summary>
    public static bool IsFinance(string regionId) =>
        Find(regionId)?.Area == RegionArea.ChineseMainlandFinance
        || regionId.EndsWith("-fsi", StringComparison.OrdinalIgnoreCase);
}
