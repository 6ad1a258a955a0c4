using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DescribeProductRegionsTests
{
    private static readonly Dictionary<string, string> Version = new() { ["X-TC-Version"] = "2022-06-27" };
    private readonly Simulation _simulation = new();

    private async Task<ResponseBody> CallAsync(object parameters, string host = "region.tencentcloudapi.com", string service = "region") =>
        ResponseBody.Parse((await _simulation.SendAsync(
            _simulation.Request("DescribeRegions", parameters, "", Version, host), _simulation.Signing() with { Service = service })).Body);

    [Fact]
    public async Task The_version_distinguishes_it_from_the_action_of_CVM()
    {
        var response = await CallAsync(new { Product = "cvm", Scene = 1 });

        Assert.Null(response.Code);
        Assert.Equal(38, response.TotalCount);
        Assert.Equal(
            ["Region", "RegionName", "RegionState", "RegionTypeMC", "LocationMC", "RegionNameMC", "RegionIdMC"],
            response.List("RegionSet")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("NoSuchProduct", (await CallAsync(new { Product = "cvm" }, "cvm.tencentcloudapi.com", "cvm")).Code);
        Assert.Null((await CallAsync(new { Product = "cvm" }, "127.0.0.1:8555", "127")).Code);
        await _simulation.SucceedAsync("DescribeRegions", region: "");
    }

    [Fact]
    public async Task Another_product_or_scene_is_refused()
    {
        Assert.Equal("MissingParameter", (await CallAsync(new { })).Code);
        Assert.Equal("InvalidParameter.ParameterError", (await CallAsync(new { Product = "abc" })).Code);
        Assert.Equal("InvalidParameter.ParameterError", (await CallAsync(new { Product = "cvm", Scene = 2 })).Code);
    }
}
