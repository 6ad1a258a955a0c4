using System.Text.Json;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class SchemaTests
{
    private readonly Simulation _simulation = new();

    [Theory]
    [InlineData("string", "string", false, false, false)]
    [InlineData("[string]!", "string", true, true, false)]
    [InlineData("int64?", "int64", false, false, true)]
    [InlineData("[Filter]", "Filter", true, false, false)]
    public void The_notation_is_parsed(string notation, string type, bool list, bool required, bool nullable) =>
        Assert.Equal(new SchemaField(type, list, required, nullable), SchemaField.Parse(notation));

    [Fact]
    public void Every_action_is_in_the_schema() =>
        Assert.All(_simulation.Cloud.Actions.Names, action => Assert.Contains("RequestId", _simulation.Cloud.Actions.Schema(action).Response(action).Keys));

    [Fact]
    public async Task An_image_has_every_field_except_that_of_dedicated_clusters()
    {
        var image = await _simulation.ImageAsync(SimulatedWorld.WebImageId);

        Assert.Equal(["CdcCacheStatus"], SchemaWalk.Missing("Image", image!.Value));
    }

    [Fact]
    public async Task An_instance_has_every_field_except_those_of_missing_features()
    {
        await _simulation.SucceedAsync("RunInstances", new { ImageId = SimulatedWorld.WebImageId, Placement = new { Zone = "ap-guangzhou-3" } });

        var responseBody = await _simulation.SucceedAsync("DescribeInstances");

        Assert.Equal(["GPUInfo", "Metadata", "CpuTopology", "PartitionNumber"], SchemaWalk.Missing("Instance", responseBody.List("InstanceSet")[0]));
    }

    [Fact]
    public async Task An_offer_has_every_field()
    {
        var responseBody = await _simulation.SucceedAsync("DescribeZoneInstanceConfigInfos");

        Assert.All(responseBody.List("InstanceTypeQuotaSet"), offer => Assert.Empty(SchemaWalk.Missing("InstanceTypeQuotaItem", offer)));
    }

    [Fact]
    public async Task Chinese_is_sent_without_escapes()
    {
        var request = _simulation.Request("DescribeRegions", null, "").With("X-TC-Language", "zh-CN");

        var response = await _simulation.SendAsync(request);

        Assert.Contains("华南地区(广州)", System.Text.Encoding.UTF8.GetString(response.Body), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(response.Body).RootElement.ValueKind);
    }
}
