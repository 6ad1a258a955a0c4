using TencentImageReplication.Core.Common;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccRegionTests
{
    [Fact]
    public void Without_a_connection_it_lists_the_regions_of_this_version()
    {
        using var shell = new Shell();

        var regions = shell.Run("Get-TccRegion").All<TccRegion>();

        Assert.Equal(RegionCatalog.All.Select(region => region.Id), regions.Select(region => region.Region));
        Assert.All(regions, region => Assert.NotEqual(true, region.Available));
    }

    [Fact]
    public void With_a_connection_it_reads_the_list_of_the_service()
    {
        using var shell = new Shell(Clouds.Connect(Clouds.Create()));

        Assert.True(Assert.Single(shell.Run("Get-TccRegion ap-singapore").All<TccRegion>()).Available);
    }

    [Fact]
    public void A_service_that_does_not_respond_is_no_error()
    {
        var cloud = Clouds.Create();
        cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Times = int.MaxValue });
        using var shell = new Shell(Clouds.Connect(cloud));

        var result = shell.Run("$VerbosePreference = 'Continue'; Get-TccRegion");

        Assert.Equal(RegionCatalog.All.Count, result.All<TccRegion>().Count);
        Assert.Contains(result.Verbose, text => text.Contains("UnauthorizedOperation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-DestinationFor ap-guangzhou", "ap-shanghai", "ap-singapore")]
    [InlineData("-DestinationFor ap-guangzhou -AllowCrossBorder", "ap-singapore", "ap-guangzhou")]
    [InlineData("-DestinationFor ap-singapore", "ap-tokyo", "ap-mumbai")]
    [InlineData("-DestinationFor ap-shanghai-fsi", "ap-shenzhen-fsi", "ap-shanghai")]
    public void It_lists_possible_destinations(string parameters, string among, string notAmong)
    {
        using var shell = new Shell();

        var regions = shell.Run($"Get-TccRegion {parameters}").All<TccRegion>().Select(region => region.Region).ToArray();

        Assert.Contains(among, regions);
        Assert.DoesNotContain(notAmong, regions);
    }

    [Theory]
    [InlineData("ap-s*fsi")]
    [InlineData("*finance)")]
    public void Names_match_IDs_and_display_names(string name)
    {
        using var shell = new Shell();

        Assert.All(shell.Run($"Get-TccRegion '{name}'").All<TccRegion>(), region =>
            Assert.Equal(TccRegionArea.ChineseMainlandFinance, region.Area));
    }

    [Fact]
    public void Regions_are_completed_by_any_part_of_the_ID()
    {
        using var shell = new Shell();

        var completions = shell.Run("(TabExpansion2 'Get-TccImage -Region guang' 26).CompletionMatches.CompletionText").Output;

        Assert.Equal(["ap-guangzhou", "ap-guangzhou-open"], completions.Select(text => text.ToString()));
    }
}
