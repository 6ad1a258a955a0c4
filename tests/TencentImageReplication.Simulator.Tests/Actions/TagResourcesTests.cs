using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class TagResourcesTests
{
    private const string Database = "qcs::cvm:ap-guangzhou:uin/100000000001:image/" + SimulatedWorld.DatabaseImageId;
    private readonly Simulation _simulation = new();

    [Fact]
    public async Task A_tag_is_added_or_takes_the_place_of_the_value_before()
    {
        var answer = await TagAsync([Database], new SimulatedTag("env", "test"), new SimulatedTag("owner", "ops"));

        Assert.Empty(answer.List("FailedResources"));
        Assert.Equal(
            ["env=test", "owner=ops", "team=data"],
            _simulation.Cloud.FindImage(SimulatedWorld.DatabaseImageId)!.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("qcs::cvm:ap-guangzhou:uin/100000000001:image/img-00000000")]
    [InlineData("qcs::cvm:ap-beijing:uin/100000000001:image/img-gdb02024")]
    [InlineData("qcs::cvm:ap-guangzhou:uin/100000000002:image/img-gdb02024")]
    public async Task A_resource_that_is_not_there_is_named_and_the_others_are_tagged(string missing)
    {
        var answer = await TagAsync([missing, Database], new SimulatedTag("owner", "ops"));

        Assert.Equal(missing, Assert.Single(answer.List("FailedResources")).GetProperty("Resource").GetString());
        Assert.Contains(_simulation.Cloud.FindImage(SimulatedWorld.DatabaseImageId)!.Tags, tag => tag.Key == "owner");
    }

    [Fact]
    public async Task What_is_no_resource_no_tag_or_too_much_is_refused()
    {
        Assert.Equal("InvalidParameterValue.ResourceDescriptionError", await RefusedAsync(["img-gdb02024"], new SimulatedTag("a", "b")));
        Assert.Equal("FailedOperation.TagKeyReserved", await RefusedAsync([Database], new SimulatedTag("qcs:a", "b")));
        Assert.Equal("InvalidParameterValue", await RefusedAsync([Database], [.. Enumerable.Range(0, 11).Select(i => new SimulatedTag($"k{i}", ""))]));
        Assert.Equal("InvalidParameterValue", await RefusedAsync([.. Enumerable.Repeat(Database, 11)], new SimulatedTag("a", "b")));
    }

    [Fact]
    public async Task The_caller_is_told_its_root_account()
    {
        var answer = await _simulation.SucceedAsync("GetCallerIdentity", region: "");

        Assert.Equal("100000000001", answer.Fields.GetProperty("AccountId").GetString());
    }

    private Task<Answer> TagAsync(string[] resources, params SimulatedTag[] tags) =>
        _simulation.SucceedAsync("TagResources", Parameters(resources, tags), region: "");

    private Task<string> RefusedAsync(string[] resources, params SimulatedTag[] tags) =>
        _simulation.FailAsync("TagResources", Parameters(resources, tags), region: "");

    private static object Parameters(string[] resources, SimulatedTag[] tags) =>
        new { ResourceList = resources, Tags = tags.Select(tag => new { TagKey = tag.Key, TagValue = tag.Value }) };
}
