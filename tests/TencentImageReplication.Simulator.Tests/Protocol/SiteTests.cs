using System.Text;
using TencentImageReplication.Samples;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class SiteTests
{
    private readonly Simulation _simulation = new(new SimulatedCloudOptions { Site = SimulatedSite.International });

    private static byte[] Run(string more) => Encoding.UTF8.GetBytes(
        $$"""{ "ImageId": "img-gweb2024", "Placement": { "Zone": "ap-guangzhou-3" }, {{more}} }""");

    [Theory]
    [InlineData("\"SystemDisk\": { \"Encrypt\": true }")]
    [InlineData("\"PartitionNumber\": 1")]
    [InlineData("\"NetworkInterfaces\": []")]
    public async Task The_international_site_does_not_know_some_parameters(string more)
    {
        Assert.Equal("UnknownParameter", await _simulation.FailAsync("RunInstances", Run(more)));
        Assert.NotEqual("UnknownParameter", (await new Simulation().CallAsync("RunInstances", Run(more))).Code);
    }

    [Fact]
    public async Task Nor_does_it_return_some_fields()
    {
        await _simulation.SucceedAsync("RunInstances", Run("\"InstanceCount\": 1"));

        var instance = (await _simulation.SucceedAsync("DescribeInstances")).List("InstanceSet")[0];

        Assert.False(instance.TryGetProperty("DisasterRecoverGroupIds", out _));
        Assert.False(instance.GetProperty("SystemDisk").TryGetProperty("Encrypt", out _));
        Assert.True(instance.GetProperty("DataDisks").GetArrayLength() == 0 && instance.TryGetProperty("Uuid", out _));
    }

    [Fact]
    public async Task Nor_does_it_have_some_actions()
    {
        _simulation.Cloud.Actions.Add(new InquiryPriceTerminateInstances());

        Assert.Equal("InvalidAction", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { InstanceIds = Array.Empty<string>() }));
    }

    [Fact]
    public async Task Everything_else_is_the_same()
    {
        var ids = await _simulation.CopyAsync("ap-shanghai");
        _simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("NORMAL", (await _simulation.ImageAsync(ids["ap-shanghai"], "ap-shanghai"))!.Value.GetProperty("ImageState").GetString());
    }
}
