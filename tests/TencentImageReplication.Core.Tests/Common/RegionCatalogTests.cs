using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Tests.Common;

public sealed class RegionCatalogTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Ids => [.. RegionCatalog.All.Select(region => region.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_region_has_a_name_in_either_language(string id)
    {
        var region = RegionCatalog.Find(id)!;

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        Assert.Matches(@"^[ -~]+\z", region.DisplayName);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", region.DisplayName);
    }

    [Theory]
    [InlineData("ap-shangai", "ap-shanghai")]
    [InlineData("ap-shnaghai", "ap-shanghai")]
    [InlineData("AP-Shangai ", "ap-shanghai")]
    [InlineData("ap_shanghai", "ap-shanghai")]
    [InlineData("cn-shanghai", "ap-shanghai")]
    [InlineData("shanghai", "ap-shanghai")]
    [InlineData("shenzen", "ap-shenzhen")]
    [InlineData("ap-beijing-2", "ap-beijing")]
    [InlineData("na-sillicon-valley", "na-siliconvalley")]
    [InlineData("frankfurt", "eu-frankfurt")]
    [InlineData("ap-shanghai", null)]
    [InlineData("AP-SHANGHAI", null)]
    [InlineData("ap-atlantis", null)]
    [InlineData("us-east-1", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("ap-shanghaiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", null)]
    public void A_misspelt_region_is_recognized(string id, string? meant) => Assert.Equal(meant, RegionCatalog.FindSimilar(id)?.Id);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
