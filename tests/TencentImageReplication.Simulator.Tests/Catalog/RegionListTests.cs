using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Catalog;

/// <summary>The simulator's list of regions against the documented one. The client has a list of its own, with a test of its own.</summary>
public class RegionListTests
{
    private static readonly JsonElement Documented = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "regions.json"))).RootElement;

    [Theory]
    [InlineData("mainland", RegionArea.Mainland, false)]
    [InlineData("finance", RegionArea.Finance, false)]
    [InlineData("outside", RegionArea.Outside, false)]
    [InlineData("legacy", RegionArea.Outside, true)]
    public void The_regions_are_the_documented_ones(string group, RegionArea area, bool legacy)
    {
        var documented = Documented.GetProperty(group).EnumerateArray().Select(id => id.GetString()!);

        Assert.Equal(
            documented.Order(StringComparer.Ordinal),
            RegionList.Documented.Where(region => region.Area == area && region.IsLegacy == legacy).Select(region => region.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_simulator_shares_no_code_with_the_client() =>
        Assert.DoesNotContain(typeof(SimulatedCloud).Assembly.GetReferencedAssemblies(), name => name.Name == "TencentImageReplication.Core");

    [Fact]
    public async Task A_region_of_the_settings_works_like_a_documented_one()
    {
        var simulation = new Simulation();
        simulation.Options.MoreRegions.Add(new SimulatedRegion("ap-atlantis", "Atlantic (Atlantis)", "大西洋(亚特兰蒂斯)", RegionArea.Mainland));

        var copies = await simulation.CopyAsync("ap-atlantis");
        var zones = await simulation.SucceedAsync("DescribeZones", region: "ap-atlantis");

        Assert.NotNull(await simulation.ImageAsync(copies["ap-atlantis"], "ap-atlantis"));
        Assert.Equal(["ap-atlantis-1", "ap-atlantis-2"], zones.Texts("ZoneSet", "Zone"));
        Assert.Contains("ap-atlantis", (await simulation.SucceedAsync("DescribeRegions")).Texts("RegionSet", "Region"));
    }
}
