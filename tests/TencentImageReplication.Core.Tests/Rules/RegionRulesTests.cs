using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class RegionRulesTests
{
    [Fact]
    public void All_known_regions_have_a_valid_id() =>
        Assert.All(RegionCatalog.All, region => Assert.Null(RegionRules.CheckId(region.Id)));

    [Theory]
    [InlineData("")]
    [InlineData("guangzhou")]
    [InlineData("ap_guangzhou")]
    [InlineData("AP-Guangzhou")]
    [InlineData("ap-guangzhou\n")]
    [InlineData("img-6pmnl3ik!")]
    [InlineData("apx-guangzhou")]
    [InlineData("a1-guangzhou")]
    [InlineData("ap-")]
    [InlineData("ap-a-b-c-d")]
    public void What_does_not_look_like_a_region_id_is_refused(string text) =>
        Assert.Equal("InvalidRegionId", RegionRules.CheckId(text)?.Id);

    [Theory]
    [InlineData("ap-guangzhou", "ap-shanghai", false, null)]
    [InlineData("ap-guangzhou", "ap-guangzhou", false, "DestinationIsSource")]
    [InlineData("ap-guangzhou", "AP-GUANGZHOU", true, "DestinationIsSource")]
    [InlineData("ap-guangzhou", "ap-singapore", false, "CrossBorderNotEnabled")]
    [InlineData("ap-singapore", "ap-guangzhou", false, "CrossBorderNotEnabled")]
    [InlineData("ap-guangzhou", "ap-hongkong", false, "CrossBorderNotEnabled")]
    [InlineData("ap-guangzhou", "ap-singapore", true, null)]
    [InlineData("ap-singapore", "na-ashburn", false, null)]
    [InlineData("ap-hongkong", "ap-singapore", false, null)]
    [InlineData("ap-guangzhou", "ap-shanghai-fsi", true, "FinanceRegionIsolated")]
    [InlineData("ap-shanghai-fsi", "ap-shanghai", false, "FinanceRegionIsolated")]
    [InlineData("ap-shanghai-fsi", "ap-shenzhen-fsi", false, null)]
    [InlineData("ap-guangzhou", "xx-unknown", false, null)]
    [InlineData("xx-unknown", "ap-guangzhou", false, null)]
    public void Where_to_an_image_may_be_copied(string source, string destination, bool allowCrossBorder, string? rule) =>
        Assert.Equal(rule, RegionRules.CheckDestination(source, destination, allowCrossBorder)?.Id);
}
