using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Simulator.Catalog;

/// <summary>The names of regions in both languages of the service.</summary>
internal static class RegionNames
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["ap-guangzhou"] = "华南地区(广州)",
        ["ap-shanghai"] = "华东地区(上海)",
        ["ap-nanjing"] = "华东地区(南京)",
        ["ap-beijing"] = "华北地区(北京)",
        ["ap-chengdu"] = "西南地区(成都)",
        ["ap-chongqing"] = "西南地区(重庆)",
        ["ap-shenzhen"] = "华南地区(深圳)",
        ["ap-qingyuan"] = "华南地区(清远)",
        ["ap-tianjin"] = "华北地区(天津)",
        ["ap-guiyang"] = "西南地区(贵阳)",
        ["ap-guangzhou-open"] = "华南地区(广州Open)",
        ["ap-jinan-ec"] = "边缘可用区(济南)",
        ["ap-hangzhou-ec"] = "边缘可用区(杭州)",
        ["ap-fuzhou-ec"] = "边缘可用区(福州)",
        ["ap-hefei-ec"] = "边缘可用区(合肥)",
        ["ap-shijiazhuang-ec"] = "边缘可用区(石家庄)",
        ["ap-wuhan-ec"] = "边缘可用区(武汉)",
        ["ap-changsha-ec"] = "边缘可用区(长沙)",
        ["ap-zhengzhou-ec"] = "边缘可用区(郑州)",
        ["ap-xian-ec"] = "边缘可用区(西安)",
        ["ap-shenyang-ec"] = "边缘可用区(沈阳)",
        ["ap-shanghai-fsi"] = "华东地区(上海金融)",
        ["ap-shenzhen-fsi"] = "华南地区(深圳金融)",
        ["ap-beijing-fsi"] = "华北地区(北京金融)",
        ["ap-hongkong"] = "港澳台地区(中国香港)",
        ["ap-taipei"] = "港澳台地区(中国台北)",
        ["ap-singapore"] = "亚太东南(新加坡)",
        ["ap-jakarta"] = "亚太东南(雅加达)",
        ["ap-bangkok"] = "亚太东南(曼谷)",
        ["ap-seoul"] = "亚太东北(首尔)",
        ["ap-tokyo"] = "亚太东北(东京)",
        ["na-siliconvalley"] = "美国西部(硅谷)",
        ["na-ashburn"] = "美国东部(弗吉尼亚)",
        ["sa-saopaulo"] = "南美地区(圣保罗)",
        ["eu-frankfurt"] = "欧洲地区(法兰克福)",
        ["ap-mumbai"] = "亚太南部(孟买)",
        ["na-toronto"] = "北美地区(多伦多)",
        ["eu-moscow"] = "欧洲地区(莫斯科)",
    };

    public static string Of(CloudRegion region, bool chinese) =>
        chinese && Chinese.TryGetValue(region.Id, out var name) ? name : region.DisplayName;

    /// <summary>Returns the city: the part in brackets or before the comma.</summary>
    public static string CityOf(CloudRegion region, bool chinese)
    {
        var name = Of(region, chinese);
        var open = name.IndexOf('(');
        return open < 0 ? name.Split(',')[0] : name.Substring(open + 1, name.Length - open - 2);
    }
}
