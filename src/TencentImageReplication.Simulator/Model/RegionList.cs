namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// The documented regions. The list is the simulator's own: it shares no code with the client, so that it does not repeat a
/// mistake of the client. Source: the region lists of the CVM documentation. That Hong Kong and Taiwan count as outside is
/// inferred.
/// </summary>
public static class RegionList
{
    /// <summary>All documented regions, mainland first.</summary>
    public static IReadOnlyList<SimulatedRegion> Documented { get; } =
    [
        new("ap-guangzhou", "South China (Guangzhou)", "华南地区(广州)", RegionArea.Mainland),
        new("ap-shanghai", "East China (Shanghai)", "华东地区(上海)", RegionArea.Mainland),
        new("ap-nanjing", "East China (Nanjing)", "华东地区(南京)", RegionArea.Mainland),
        new("ap-beijing", "North China (Beijing)", "华北地区(北京)", RegionArea.Mainland),
        new("ap-chengdu", "Southwest China (Chengdu)", "西南地区(成都)", RegionArea.Mainland),
        new("ap-chongqing", "Southwest China (Chongqing)", "西南地区(重庆)", RegionArea.Mainland),
        new("ap-shenzhen", "South China (Shenzhen)", "华南地区(深圳)", RegionArea.Mainland),
        new("ap-qingyuan", "South China (Qingyuan)", "华南地区(清远)", RegionArea.Mainland),
        new("ap-tianjin", "North China (Tianjin)", "华北地区(天津)", RegionArea.Mainland),
        new("ap-guiyang", "Southwest China (Guiyang)", "西南地区(贵阳)", RegionArea.Mainland),
        new("ap-guangzhou-open", "South China (Guangzhou Open)", "华南地区(广州Open)", RegionArea.Mainland),
        new("ap-jinan-ec", "Edge Zone (Jinan)", "边缘可用区(济南)", RegionArea.Mainland),
        new("ap-hangzhou-ec", "Edge Zone (Hangzhou)", "边缘可用区(杭州)", RegionArea.Mainland),
        new("ap-fuzhou-ec", "Edge Zone (Fuzhou)", "边缘可用区(福州)", RegionArea.Mainland),
        new("ap-hefei-ec", "Edge Zone (Hefei)", "边缘可用区(合肥)", RegionArea.Mainland),
        new("ap-shijiazhuang-ec", "Edge Zone (Shijiazhuang)", "边缘可用区(石家庄)", RegionArea.Mainland),
        new("ap-wuhan-ec", "Edge Zone (Wuhan)", "边缘可用区(武汉)", RegionArea.Mainland),
        new("ap-changsha-ec", "Edge Zone (Changsha)", "边缘可用区(长沙)", RegionArea.Mainland),
        new("ap-zhengzhou-ec", "Edge Zone (Zhengzhou)", "边缘可用区(郑州)", RegionArea.Mainland),
        new("ap-xian-ec", "Edge Zone (Xi'an)", "边缘可用区(西安)", RegionArea.Mainland),
        new("ap-shenyang-ec", "Edge Zone (Shenyang)", "边缘可用区(沈阳)", RegionArea.Mainland),
        new("ap-shanghai-fsi", "East China (Shanghai Finance)", "华东地区(上海金融)", RegionArea.Finance),
        new("ap-shenzhen-fsi", "South China (Shenzhen Finance)", "华南地区(深圳金融)", RegionArea.Finance),
        new("ap-beijing-fsi", "North China (Beijing Finance)", "华北地区(北京金融)", RegionArea.Finance),
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
}
