using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class GetResourcesTests
{
    private const string Web = "qcs::cvm:ap-guangzhou:uin/100000000001:image/img-gweb2024";
    private readonly Simulation _simulation = new();

    private async Task<IReadOnlyList<string>> NamesAsync(object parameters) =>
        (await _simulation.SucceedAsync("GetResources", parameters, region: "")).Texts("ResourceTagMappingList", "Resource");

    [Fact]
    public async Task Resources_are_found_by_their_tags()
    {
        Assert.Equal(3, (await NamesAsync(new { })).Count);
        Assert.Equal([Web], await NamesAsync(new { TagFilters = new object[] { new { TagKey = "env" }, new { TagKey = "team", TagValue = new[] { "web", "x" } } } }));
        Assert.Empty(await NamesAsync(new { TagFilters = new[] { new { TagKey = "team", TagValue = new[] { "x" } } } }));
        Assert.Equal([Web], await NamesAsync(new { ResourceList = new[] { Web } }));
    }

    [Fact]
    public async Task A_list_has_pages()
    {
        var first = await _simulation.SucceedAsync("GetResources", new { MaxResults = 2 }, region: "");
        var token = first.Fields.GetProperty("PaginationToken").GetString();
        var second = await _simulation.SucceedAsync("GetResources", new { MaxResults = 2, PaginationToken = token }, region: "");

        Assert.Equal(2, first.List("ResourceTagMappingList").Count);
        Assert.Single(second.List("ResourceTagMappingList"));
        Assert.Equal("", second.Fields.GetProperty("PaginationToken").GetString());
    }

    [Fact]
    public async Task Tags_of_images_and_instances_are_set_and_removed()
    {
        var id = (await _simulation.SucceedAsync("RunInstances", new { ImageId = SimulatedWorld.WebImageId, Placement = new { Zone = "ap-guangzhou-3" } })).Texts("InstanceIdSet")[0];
        var instance = $"qcs::cvm:ap-guangzhou:uin/100000000001:instance/{id}";

        await _simulation.SucceedAsync("TagResources", new { ResourceList = new[] { Web, instance }, Tags = new[] { new { TagKey = "keep", TagValue = "no" } } }, region: "");
        Assert.Equal([Web, instance], (await NamesAsync(new { TagFilters = new[] { new { TagKey = "keep" } } })).Order(StringComparer.Ordinal));
        var response = await _simulation.SucceedAsync("UnTagResources", new { ResourceList = new[] { Web, instance, Web.Replace("gweb", "none", StringComparison.Ordinal) }, TagKeys = new[] { "keep", "other" } }, region: "");

        Assert.Equal(["ResourceNotFound"], response.Texts("FailedResources", "Code"));
        Assert.Empty(await NamesAsync(new { TagFilters = new[] { new { TagKey = "keep" } } }));
        Assert.Equal([new SimulatedTag("env", "prod"), new SimulatedTag("team", "web")], _simulation.Cloud.FindImage(SimulatedWorld.WebImageId)!.Tags);
    }

    [Theory]
    [InlineData("GetResources", """{ "ResourceList": [ "img-gweb2024" ] }""", "InvalidParameterValue.ResourceDescriptionError")]
    [InlineData("GetResources", """{ "PaginationToken": "next" }""", "InvalidParameter.PaginationTokenInvalid")]
    [InlineData("GetResources", """{ "MaxResults": 201 }""", "InvalidParameter")]
    [InlineData("GetResources", """{ "TagFilters": [ { "TagKey": "" } ] }""", "InvalidParameterValue.TagKeyEmpty")]
    [InlineData("GetResources", """{ "TagFilters": [ { "TagKey": "a" }, { "TagKey": "a" } ] }""", "InvalidParameterValue.TagKeyDuplicate")]
    [InlineData("GetResources", """{ "TagFilters": [ { "TagKey": "a", "TagValue": ["1","2","3","4","5","6","7","8","9","10","11"] } ] }""", "LimitExceeded.TagNumPerRequest")]
    [InlineData("UnTagResources", """{ "ResourceList": [], "TagKeys": [ "a" ] }""", "LimitExceeded.ResourceNumPerRequest")]
    [InlineData("UnTagResources", """{ "ResourceList": [ "qcs::cvm:ap-guangzhou:uin/100000000001:image/img-gweb2024" ], "TagKeys": [] }""", "LimitExceeded.TagNumPerRequest")]
    [InlineData("UnTagResources", """{ "ResourceList": [ "qcs::cvm:ap-guangzhou:uin/100000000001:image/img-gweb2024" ], "TagKeys": [ "qcs:x" ] }""", "InvalidParameter.ReservedTagKey")]
    public async Task A_wrong_request_is_refused(string action, string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync(action, Encoding.UTF8.GetBytes(body), region: ""));
}
