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
    public async Task Wrong_resources_and_too_many_of_them_are_refused()
    {
        Assert.Equal("InvalidParameterValue.ResourceDescriptionError", await RefusedAsync(["img-gdb02024"], new SimulatedTag("a", "b")));
        Assert.Equal("LimitExceeded.ResourceNumPerRequest", await RefusedAsync([.. Enumerable.Repeat(Database, 11)], new SimulatedTag("a", "b")));
        Assert.Equal("InvalidParameterValue.ResourceDescriptionError", await RefusedAsync([Database, Database], new SimulatedTag("a", "b")));
        Assert.Equal("LimitExceeded.TagNumPerRequest", await RefusedAsync([Database], [.. Enumerable.Range(0, 11).Select(i => new SimulatedTag($"k{i}", "v"))]));
    }

    [Theory]
    [InlineData("qcs:a", "b", "InvalidParameter.ReservedTagKey")]
    [InlineData("project", "b", "InvalidParameter.ReservedTagKey")]
    [InlineData("", "b", "InvalidParameterValue.TagKeyEmpty")]
    [InlineData("a", "", "InvalidParameterValue.TagValueEmpty")]
    [InlineData("a?", "b", "InvalidParameterValue.TagKeyCharacterIllegal")]
    [InlineData("a", "b|c", "InvalidParameterValue.TagValueCharacterIllegal")]
    [InlineData("a", " b", "InvalidParameterValue.TagValueCharacterIllegal")]
    public async Task A_wrong_tag_is_refused(string key, string value, string code) =>
        Assert.Equal(code, await RefusedAsync([Database], new SimulatedTag(key, value)));

    [Fact]
    public async Task Long_and_repeated_tags_are_refused()
    {
        Assert.Equal("InvalidParameterValue.TagKeyLengthExceeded", await RefusedAsync([Database], new SimulatedTag(new string('k', 128), "v")));
        Assert.Equal("InvalidParameterValue.TagValueLengthExceeded", await RefusedAsync([Database], new SimulatedTag("k", new string('v', 256))));
        Assert.Equal("InvalidParameterValue.TagKeyDuplicate", await RefusedAsync([Database], new SimulatedTag("k", "1"), new SimulatedTag("k", "2")));
        Assert.Empty((await TagAsync([Database], new SimulatedTag("键", "ap-guangzhou/img-gweb2024/2026-11-01T08:00:00Z;值"))).List("FailedResources"));
    }

    [Fact]
    public async Task A_key_holds_a_limited_number_of_values()
    {
        _simulation.Cloud.Options.MaximumValuesPerTagKey = 2;

        // The furnished images have one value of this key.
        await TagAsync([Database], new SimulatedTag("env", "test"));
        Assert.Equal("LimitExceeded.TagValue", await RefusedAsync([Database], new SimulatedTag("env", "stage")));

        await TagAsync([Database], new SimulatedTag("env", "prod"));
        await TagAsync([Database], new SimulatedTag("env.2", "stage"));
        Assert.Equal("prod", Assert.Single(_simulation.Cloud.FindImage(SimulatedWorld.DatabaseImageId)!.Tags, tag => tag.Key == "env").Value);
    }

    [Theory]
    [InlineData(SimulatedWorld.DatabaseImageId)]
    [InlineData(SimulatedWorld.Region)]
    public async Task A_setting_makes_single_images_fail(string failing)
    {
        _simulation.Cloud.Options.TagFailures[failing] = new TagFailure("FailedOperation.ResourceTagProcessing", Times: 1);

        var failed = Assert.Single((await TagAsync([Database], new SimulatedTag("a", "b"))).List("FailedResources"));

        Assert.Equal(
            (Database, "FailedOperation.ResourceTagProcessing"), (failed.GetProperty("Resource").GetString(), failed.GetProperty("Code").GetString()));
        Assert.Empty((await TagAsync([Database], new SimulatedTag("a", "b"))).List("FailedResources"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_setting_says_if_a_copy_in_progress_takes_tags(bool takes)
    {
        _simulation.Cloud.Options.TagsCopiesInProgress = takes;
        await _simulation.SucceedAsync("SyncImages", new { ImageIds = new[] { SimulatedWorld.DatabaseImageId }, DestinationRegions = new[] { "ap-beijing" } });
        var copy = Assert.Single(_simulation.Cloud.Images(), image => image.Region == "ap-beijing");

        var response = await TagAsync([$"qcs::cvm:ap-beijing:uin/100000000001:image/{copy.ImageId}"], new SimulatedTag("a", "b"));

        Assert.Equal(takes ? 0 : 1, response.List("FailedResources").Count);
        Assert.Equal(takes ? 1 : 0, _simulation.Cloud.FindImage(copy.ImageId)!.Tags.Count);
    }

    [Fact]
    public async Task A_key_can_be_without_permission_for_an_action()
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = ["TagResources", "DescribeImages"] });

        Assert.Equal("AuthFailure.UnauthorizedOperation", await RefusedAsync([Database], new SimulatedTag("a", "b")));
        Assert.Equal("UnauthorizedOperation.PermissionDenied", await _simulation.FailAsync("DescribeImages"));
        await _simulation.SucceedAsync("GetCallerIdentity");
    }

    [Fact]
    public async Task Twenty_requests_a_second_are_accepted()
    {
        for (var request = 0; request < 20; request++)
            await TagAsync([Database], new SimulatedTag("a", "b"));

        Assert.Equal("RequestLimitExceeded", await RefusedAsync([Database], new SimulatedTag("a", "b")));
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
