using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Catalog;

public class CatalogTests
{
    private readonly Simulation _simulation = new();

    private async Task<IReadOnlyList<(string Zone, string Type, string Status)>> OffersAsync(object parameters, string region = Simulation.Guangzhou)
    {
        var response = await _simulation.SucceedAsync("DescribeZoneInstanceConfigInfos", parameters, region);
        return [.. response.List("InstanceTypeQuotaSet").Select(offer => (
            offer.GetProperty("Zone").GetString()!, offer.GetProperty("InstanceType").GetString()!, offer.GetProperty("Status").GetString()!))];
    }

    private static object Filters(params (string Name, string[] Values)[] filters) => new { Filters = filters.Select(filter => new { filter.Name, filter.Values }) };

    [Fact]
    public async Task The_regions_are_those_of_the_catalogue()
    {
        var response = await _simulation.SucceedAsync("DescribeRegions");

        Assert.Equal(RegionList.Documented.Select(region => region.Id).Order(StringComparer.Ordinal), response.Texts("RegionSet", "Region"));
        Assert.Equal(RegionList.Documented.Count, response.TotalCount);
        Assert.Equal(3, response.Texts("RegionSet", "RegionState").Count(state => state == "UNAVAILABLE"));
    }

    [Theory]
    [InlineData(null, "Guangzhou Zone 3")]
    [InlineData("zh-CN", "广州三区")]
    public async Task Zones_have_names_in_both_languages(string? language, string name)
    {
        var response = await _simulation.CallAsync("DescribeZones", language: language);

        var zone = Assert.Single(response.List("ZoneSet"), zone => zone.GetProperty("Zone").GetString() == "ap-guangzhou-3");
        Assert.Equal(name, zone.GetProperty("ZoneName").GetString());
        Assert.Equal("100003", zone.GetProperty("ZoneId").GetString());
    }

    [Fact]
    public async Task Every_region_has_zones_and_every_zone_an_id_of_its_own()
    {
        _simulation.Options.EnforceRateLimits = false;
        var ids = new List<string>();
        foreach (var region in RegionList.Documented)
        {
            var request = _simulation.Request("DescribeZones", null, region.Id, host: "127.0.0.1");
            var response = ResponseBody.Parse((await _simulation.SendAsync(request)).Body);
            Assert.NotEmpty(response.List("ZoneSet"));
            Assert.All(response.Texts("ZoneSet", "Zone"), zone => Assert.StartsWith(region.Id + "-", zone, StringComparison.Ordinal));
            ids.AddRange(response.Texts("ZoneSet", "ZoneId"));
        }
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Only_open_zones_sell_and_one_type_is_sold_out_everywhere()
    {
        var offers = await OffersAsync(Filters(("instance-charge-type", ["POSTPAID_BY_HOUR"])));

        Assert.Equal(["ap-guangzhou-3", "ap-guangzhou-4", "ap-guangzhou-6", "ap-guangzhou-7"], offers.Select(offer => offer.Zone).Distinct());
        Assert.All(offers.Where(offer => offer.Type == "S4.SMALL2"), offer => Assert.Equal("SOLD_OUT", offer.Status));
        Assert.All(offers.Where(offer => offer.Type is "S5.MEDIUM4" or "S5.SMALL2"), offer => Assert.Equal("SELL", offer.Status));
        Assert.Equal(["ap-guangzhou-7"], offers.Where(offer => offer.Type == "S6.MEDIUM4").Select(offer => offer.Zone));
    }

    [Fact]
    public async Task A_common_type_is_not_to_be_had_in_the_first_zone_of_shanghai()
    {
        var offers = await OffersAsync(Filters(("instance-type", ["S5.MEDIUM4"]), ("instance-charge-type", ["POSTPAID_BY_HOUR"])), "ap-shanghai");

        Assert.Equal("SOLD_OUT", Assert.Single(offers, offer => offer.Zone == "ap-shanghai-2").Status);
        Assert.Equal(4, offers.Count(offer => offer.Status == "SELL"));
    }

    [Fact]
    public async Task Offers_can_be_filtered_and_sorted()
    {
        var offers = await OffersAsync(Filters(
            ("zone", ["ap-guangzhou-3"]), ("instance-family", ["S5"]), ("instance-charge-type", ["SPOTPAID"]), ("sort-keys", ["cpu:desc", "mem:asc"])));

        Assert.Equal("S5.16XLARGE256", offers[0].Type);
        Assert.Equal("S5.SMALL1", offers[^2].Type);
        Assert.Equal("S5.SMALL2", offers[^1].Type);
        Assert.Equal(9, offers.Count);
    }

    [Fact]
    public async Task Hourly_prices_have_a_unit_and_prepaid_ones_none()
    {
        var response = await _simulation.SucceedAsync("DescribeZoneInstanceConfigInfos", Filters(("zone", ["ap-guangzhou-3"]), ("instance-type", ["S5.MEDIUM4"])));

        var prices = response.List("InstanceTypeQuotaSet").ToDictionary(
            offer => offer.GetProperty("InstanceChargeType").GetString()!, offer => offer.GetProperty("Price"));
        Assert.Equal("HOUR", prices["POSTPAID_BY_HOUR"].GetProperty("ChargeUnit").GetString());
        Assert.Equal(0.41, prices["POSTPAID_BY_HOUR"].GetProperty("UnitPrice").GetDouble());
        Assert.True(prices["PREPAID"].GetProperty("OriginalPrice").GetDouble() > 100);
        Assert.False(prices["PREPAID"].TryGetProperty("ChargeUnit", out _));
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("sort-keys", "price:asc")]
    public async Task An_unknown_filter_is_refused(string name, string value) =>
        Assert.Equal("InvalidFilter", await _simulation.FailAsync("DescribeZoneInstanceConfigInfos", Filters((name, [value]))));

    [Fact]
    public async Task A_filter_here_takes_a_hundred_values()
    {
        Assert.Empty(await OffersAsync(Filters(("zone", [.. Enumerable.Repeat("ap-nowhere-1", 100)]))));
        Assert.Equal("InvalidFilterValue.LimitExceeded", await _simulation.FailAsync("DescribeZoneInstanceConfigInfos", Filters(("zone", [.. Enumerable.Repeat("z", 101)]))));
    }

    [Fact]
    public async Task The_quota_is_returned_by_region()
    {
        _simulation.Options.ImageQuotas["ap-shanghai"] = 20;

        Assert.Equal(500, (await _simulation.SucceedAsync("DescribeImageQuota")).Fields.GetProperty("ImageNumQuota").GetInt32());
        Assert.Equal(20, (await _simulation.SucceedAsync("DescribeImageQuota", region: "ap-shanghai")).Fields.GetProperty("ImageNumQuota").GetInt32());
    }
}
