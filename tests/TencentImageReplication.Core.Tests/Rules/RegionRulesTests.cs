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
    [InlineData("ap-guangzhou")]
    [InlineData("na-siliconvalley")]
    [InlineData("ap-shanghai-fsi")]
    [InlineData("ap-xian-ec")]
    [InlineData("ap-a-b-c")]
    [InlineData("xx-unknown9")]
    public void A_region_ID_has_two_letters_and_one_to_three_words(string text) => Assert.Null(RegionRules.CheckId(text));

    [Fact]
    public void A_known_region_is_found_in_any_case()
    {
        Assert.True(RegionRules.IsKnown("AP-Guangzhou"));
        Assert.False(RegionRules.IsKnown("xx-unknown"));
    }

    [Fact]
    public void The_text_names_the_finance_region_whichever_side_it_is()
    {
        Assert.StartsWith("'ap-shanghai-fsi' is", RegionRules.CheckDestination("ap-shanghai-fsi", "ap-beijing", true)!.Message, StringComparison.Ordinal);
        Assert.StartsWith("'ap-shanghai-fsi' is", RegionRules.CheckDestination("ap-beijing", "ap-shanghai-fsi", true)!.Message, StringComparison.Ordinal);
    }

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
