using System.Text.Json;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Tests.Common;

/// <summary>The client's list of regions against the documented one. The simulator has a list of its own, with a test of its own.</summary>
public sealed class DocumentedRegionsTests
{
    private static readonly JsonElement Documented = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "regions.json"))).RootElement;

    [Theory]
    [InlineData("mainland", RegionArea.ChineseMainland, false)]
    [InlineData("finance", RegionArea.ChineseMainlandFinance, false)]
    [InlineData("outside", RegionArea.Outside, false)]
    [InlineData("legacy", RegionArea.Outside, true)]
    public void The_regions_are_the_documented_ones(string group, RegionArea area, bool legacy)
    {
        var documented = Documented.GetProperty(group).EnumerateArray().Select(id => id.GetString()!);

        Assert.Equal(
            documented.Order(StringComparer.Ordinal),
            RegionCatalog.All.Where(region => region.Area == area && region.IsLegacy == legacy).Select(region => region.Id).Order(StringComparer.Ordinal));
    }
}
