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
        var response = await TagAsync([Database], new SimulatedTag("env", "test"), new SimulatedTag("owner", "ops"));

        Assert.Empty(response.List("FailedResources"));
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
        var response = await TagAsync([missing, Database], new SimulatedTag("owner", "ops"));

        Assert.Equal(missing, Assert.Single(response.List("FailedResources")).GetProperty("Resource").GetString());
        Assert.Contains(_simulation.Cloud.FindImage(SimulatedWorld.DatabaseImageId)!.Tags, tag => tag.Key == "owner");
    }

    [Fact]
    public async Task Wrong_resources_wrong_tags_and_too_many_of_them_are_refused()
    {
        Assert.Equal("InvalidParameterValue.ResourceDescriptionError", await RefusedAsync(["img-gdb02024"], new SimulatedTag("a", "b")));
        Assert.Equal("FailedOperation.TagKeyReserved", await RefusedAsync([Database], new SimulatedTag("qcs:a", "b")));
        Assert.Equal("InvalidParameterValue", await RefusedAsync([Database], [.. Enumerable.Range(0, 11).Select(i => new SimulatedTag($"k{i}", ""))]));
        Assert.Equal("InvalidParameterValue", await RefusedAsync([.. Enumerable.Repeat(Database, 11)], new SimulatedTag("a", "b")));
    }

    [Fact]
    public async Task The_response_has_the_root_account_of_the_caller()
    {
        var response = await _simulation.SucceedAsync("GetCallerIdentity");

        Assert.Equal("100000000001", response.Fields.GetProperty("AccountId").GetString());
        Assert.Equal("MissingParameter", await _simulation.FailAsync("GetCallerIdentity", region: ""));
    }

    private Task<ResponseBody> TagAsync(string[] resources, params SimulatedTag[] tags) =>
        _simulation.SucceedAsync("TagResources", Parameters(resources, tags), region: "");

    private Task<string> RefusedAsync(string[] resources, params SimulatedTag[] tags) =>
        _simulation.FailAsync("TagResources", Parameters(resources, tags), region: "");

    private static object Parameters(string[] resources, SimulatedTag[] tags) =>
        new { ResourceList = resources, Tags = tags.Select(tag => new { TagKey = tag.Key, TagValue = tag.Value }) };
}
