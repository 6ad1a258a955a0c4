namespace TencentImageReplication.Core.Common;

/// <summary>
/// The regions known to this version. Tencent adds regions, so an ID that is not listed is not an error: the service decides
/// if it is valid.
/// </summary>
/// <remarks>Source: the region lists of the CVM documentation. That Hong Kong and Taiwan count as outside is inferred.</remarks>
public static class RegionCatalog
{
    private const int MaxTypingErrors = 2;
    private const int MaxMisspeltLength = 30;

    private static readonly CloudRegion[] Regions =
    [
        new("ap-guangzhou", "South China (Guangzhou)", "华南地区(广州)", RegionArea.ChineseMainland),
        new("ap-shanghai", "East China (Shanghai)", "华东地区(上海)", RegionArea.ChineseMainland),
        new("ap-nanjing", "East China (Nanjing)", "华东地区(南京)", RegionArea.ChineseMainland),
        new("ap-beijing", "North China (Beijing)", "华北地区(北京)", RegionArea.ChineseMainland),
        new("ap-chengdu", "Southwest China (Chengdu)", "西南地区(成都)", RegionArea.ChineseMainland),
        new("ap-chongqing", "Southwest China (Chongqing)", "西南地区(重庆)", RegionArea.ChineseMainland),
        new("ap-shenzhen", "South China (Shenzhen)", "华南地区(深圳)", RegionArea.ChineseMainland),
        new("ap-qingyuan", "South China (Qingyuan)", "华南地区(清远)", RegionArea.ChineseMainland),
        new("ap-tianjin", "North China (Tianjin)", "华北地区(天津)", RegionArea.ChineseMainland),
        new("ap-guiyang", "Southwest China (Guiyang)", "西南地区(贵阳)", RegionArea.ChineseMainland),
        new("ap-guangzhou-open", "South China (Guangzhou Open)", "华南地区(广州Open)", RegionArea.ChineseMainland),
        new("ap-jinan-ec", "Edge Zone (Jinan)", "边缘可用区(济南)", RegionArea.ChineseMainland),
        new("ap-hangzhou-ec", "Edge Zone (Hangzhou)", "边缘可用区(杭州)", RegionArea.ChineseMainland),
        new("ap-fuzhou-ec", "Edge Zone (Fuzhou)", "边缘可用区(福州)", RegionArea.ChineseMainland),
        new("ap-hefei-ec", "Edge Zone (Hefei)", "边缘可用区(合肥)", RegionArea.ChineseMainland),
        new("ap-shijiazhuang-ec", "Edge Zone (Shijiazhuang)", "边缘可用区(石家庄)", RegionArea.ChineseMainland),
        new("ap-wuhan-ec", "Edge Zone (Wuhan)", "边缘可用区(武汉)", RegionArea.ChineseMainland),
        new("ap-changsha-ec", "Edge Zone (Changsha)", "边缘可用区(长沙)", RegionArea.ChineseMainland),
        new("ap-zhengzhou-ec", "Edge Zone (Zhengzhou)", "边缘可用区(郑州)", RegionArea.ChineseMainland),
        new("ap-xian-ec", "Edge Zone (Xi'an)", "边缘可用区(西安)", RegionArea.ChineseMainland),
        new("ap-shenyang-ec", "Edge Zone (Shenyang)", "边缘可用区(沈阳)", RegionArea.ChineseMainland),
        new("ap-shanghai-fsi", "East China (Shanghai Finance)", "华东地区(上海金融)", RegionArea.ChineseMainlandFinance),
        new("ap-shenzhen-fsi", "South China (Shenzhen Finance)", "华南地区(深圳金融)", RegionArea.ChineseMainlandFinance),
        new("ap-beijing-fsi", "North China (Beijing Finance)", "华北地区(北京金融)", RegionArea.ChineseMainlandFinance),
        new("ap-hongkong", "Hong Kong, China", "港澳台地区(中国香港)", RegionArea.Outside),
        new("ap-taipei", "Taipei, Taiwan, China", "港澳台地区(中国台北)", RegionArea.Outside),
        new("ap-singapore", "Southeast Asia (Singapore)", "亚太东南(新加坡)", RegionArea.Outside),
        new("ap-jakarta", "Southeast Asia (Jakarta)", "亚太东南(雅加达)", RegionArea.Outside),
        new("ap-bangkok", "Southeast Asia (Bangkok)", "亚太东南(曼谷)", RegionArea.Outside),
        new("ap-seoul", "Northeast Asia (Seoul)", "亚太东北(首尔)", RegionArea.Outside),
        new("ap-tokyo", "Northeast Asia (Tokyo)", "亚太东北(东京)", RegionArea.Outside),
        new("na-siliconvalley", "US West (Silicon Valley)", "美国西部(硅谷)", RegionArea.Outside),
        new("na-ashburn", "US East (Virginia)", "美国东部(弗吉尼亚)", RegionArea.Outside),
        new("sa-saopaulo", "South America (Sao Paulo)", "南美地区(圣保罗)", RegionArea.Outside),
        new("eu-frankfurt", "Europe (Frankfurt)", "欧洲地区(法兰克福)", RegionArea.Outside),
        new("ap-mumbai", "South Asia (Mumbai)", "亚太南部(孟买)", RegionArea.Outside, IsLegacy: true),
        new("na-toronto", "North America (Toronto)", "北美地区(多伦多)", RegionArea.Outside, IsLegacy: true),
        new("eu-moscow", "Europe (Moscow)", "欧洲地区(莫斯科)", RegionArea.Outside, IsLegacy: true),
    ];

    /// <summary>All known regions, mainland first.</summary>
    public static IReadOnlyList<CloudRegion> All => Regions;

    /// <summary>Finds a region by its ID, in any case.</summary>
    /// <returns>The region, or null if this version does not know it.</returns>
    public static CloudRegion? Find(string regionId) =>
        Array.Find(Regions, region => string.Equals(region.Id, regionId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Checks if a region is a finance region, by the catalog or by its name. Finance regions have their own host.</summary>
    public static bool IsFinance(string regionId) =>
        Find(regionId)?.Area == RegionArea.ChineseMainlandFinance
        || regionId.EndsWith("-fsi", StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the region that a misspelt region ID probably means.</summary>
    /// <returns>The region, or null if no known region is similar, or the ID is that of a known region.</returns>
    public static CloudRegion? FindSimilar(string regionId)
    {
        var id = regionId.Trim().ToLowerInvariant().Replace('_', '-');
        if (id.Length is 0 or > MaxMisspeltLength || Find(regionId) is not null)
            return null;
        // "shanghai" means ap-shanghai, and ap-shanghai-2 is a zone of it.
        var closest = All
            .Select(region => (Region: region, Distance: DistanceTo(region.Id, id)))
            .OrderBy(candidate => candidate.Distance)
            .First();
        return closest.Distance <= MaxTypingErrors ? closest.Region : null;
    }

    private static int DistanceTo(string knownId, string id)
    {
        var name = knownId.Substring(knownId.IndexOf('-') + 1);
        return Math.Min(SimilarText.Distance(knownId, id), SimilarText.Distance(name, id));
    }
}
