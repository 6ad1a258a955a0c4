using System.Text.Json.Nodes;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

public sealed class CvmClientTests
{
    private static readonly SyncImagesRequest Copy =
        new() { ImageIds = ["img-1"], DestinationRegions = ["ap-shanghai"], DryRun = true };

    [Fact]
    public async Task A_list_of_images_is_read_page_by_page_and_only_as_far_as_it_is_wanted()
    {
        var handler = Images(250);
        var client = Connections.Client(handler, new VirtualClock());
        Filter[] filters = [new() { Name = "image-type", Values = ["PRIVATE_IMAGE"] }];

        var all = new List<string>();
        await foreach (var image in client.ListImagesAsync("ap-guangzhou", filters, default))
            all.Add(image.ImageId);
        var pages = handler.Sent.Count;
        await foreach (var image in client.ListImagesAsync("ap-guangzhou", filters, default))
            break;

        Assert.Equal(250, all.Distinct().Count());
        Assert.Equal(3, pages);
        Assert.Equal(4, handler.Sent.Count);
        Assert.Equal([0L, 99L, 198L, 0L], handler.Sent.Select(s => s.Json["Offset"]!.GetValue<long>()));
        Assert.All(handler.Sent, sent => Assert.Equal(100, sent.Json["Limit"]!.GetValue<long>()));
        Assert.All(handler.Sent, sent => Assert.Equal("image-type", sent.Json["Filters"]![0]!.Text("Name")));
    }

    [Fact]
    public async Task No_filters_are_not_sent_as_an_empty_list()
    {
        var handler = Images(1);
        var client = Connections.Client(handler, new VirtualClock());

        await foreach (var image in client.ListImagesAsync("ap-guangzhou", filters: [], default))
            Assert.Equal("img-0", image.ImageId);

        Assert.DoesNotContain("Filters", Assert.Single(handler.Sent).Json.AsObject().Select(f => f.Key));
    }

    [Fact]
    public async Task Images_are_found_a_hundred_at_a_time_and_unknown_ones_are_missing()
    {
        var handler = Images(250);
        var client = Connections.Client(handler, new VirtualClock());
        string[] ids = [.. Enumerable.Range(200, 150).Select(i => $"img-{i}"), "img-200"];

        var found = await client.FindImagesAsync("ap-guangzhou", ids, default);

        Assert.Equal(50, found.Count);
        Assert.Equal("img-249", found["img-249"].ImageId);
        Assert.False(found.ContainsKey("img-250"));
        Assert.Equal([100, 50], handler.Sent.Select(s => s.Json["ImageIds"]!.AsArray().Count));
    }

    [Fact]
    public async Task Nothing_is_asked_for_no_IDs()
    {
        var handler = Images(1);

        Assert.Empty(await Connections.Client(handler, new VirtualClock()).FindImagesAsync("ap-guangzhou", [], default));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task Instances_are_listed_by_ID_and_by_filter()
    {
        var handler = StubHandler.Always(
            () => StubHandler.Ok("\"TotalCount\":2,\"InstanceSet\":[{\"InstanceId\":\"ins-1\"},{\"InstanceId\":\"ins-2\"}]"));
        var client = Connections.Client(handler, new VirtualClock());
        Filter[] filters = [new() { Name = "zone", Values = ["ap-guangzhou-6"] }];
        string[] ids = ["ins-1", "ins-2"];

        var byFilter = await Read(client.ListInstancesAsync("ap-guangzhou", filters, default));
        var byId = await Read(client.ListInstancesAsync("ap-guangzhou", ids, default));

        Assert.Equal(ids, byFilter);
        Assert.Equal(ids, byId);
        Assert.Equal(2, handler.Sent.Count);
        Assert.Equal("ins-2", handler.Sent.Last().Json["InstanceIds"]![1]!.GetValue<string>());

        static async Task<List<string>> Read(IAsyncEnumerable<Instance> instances)
        {
            var read = new List<string>();
            await foreach (var instance in instances)
                read.Add(instance.InstanceId);
            return read;
        }
    }

    [Theory]
    [InlineData("\"TotalCount\":2,\"ImageSet\":null,\"InstanceSet\":null,\"ZoneSet\":null,\"RegionSet\":null")]
    [InlineData("\"TotalCount\":2,\"ImageSet\":[],\"InstanceSet\":[],\"ZoneSet\":[],\"RegionSet\":[]")]
    [InlineData("\"TotalCount\":2")]
    public async Task Nothing_for_something_is_an_error(string fields)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(fields));
        var client = Connections.Client(handler, new VirtualClock());
        Func<Task>[] lists =
        [
            async () => await client.ListImagesAsync("ap-guangzhou", filters: null, default).GetAsyncEnumerator().MoveNextAsync(),
            () => client.FindImagesAsync("ap-guangzhou", ["img-1", "img-2"], default),
            () => client.DescribeImagesAsync("ap-guangzhou", new DescribeImagesRequest { Limit = 1 }, default),
            async () => await client.ListInstancesAsync("ap-guangzhou", (Filter[]?)null, default).GetAsyncEnumerator().MoveNextAsync(),
            async () => await client.ListInstancesAsync("ap-guangzhou", (string[])["ins-1"], default).GetAsyncEnumerator().MoveNextAsync(),
            () => client.DescribeZonesAsync("ap-guangzhou", default),
            () => client.DescribeRegionsAsync(default),
        ];

        foreach (var list in lists)
        {
            var failure = await Assert.ThrowsAsync<TencentCloudException>(list);
            Assert.Equal(ClientErrorCodes.IncompleteList, failure.Code);
            Assert.Equal("req-1", failure.RequestId);
        }

        // Each was read three times.
        Assert.Equal(3 * lists.Length, handler.Sent.Count);
    }

    [Theory]
    [InlineData("\"TotalCount\":1,\"ZoneSet\":null")]
    [InlineData("\"TotalCount\":1,\"ZoneSet\":[]")]
    public async Task A_list_that_is_right_when_it_is_read_again_is_no_error(string wrong)
    {
        var responses = new Queue<string>([wrong, wrong, "\"TotalCount\":1,\"ZoneSet\":[{\"Zone\":\"ap-guangzhou-3\"}]"]);
        var client = Connections.Client(StubHandler.Always(() => StubHandler.Ok(responses.Dequeue())), new VirtualClock());

        Assert.Equal("ap-guangzhou-3", Assert.Single((await client.DescribeZonesAsync("ap-guangzhou", default)).ZoneSet).Zone);
    }

    [Fact]
    public async Task A_part_of_the_IDs_that_exist_is_an_error()
    {
        var client = Connections.Client(
            StubHandler.Always(() => StubHandler.Ok("\"TotalCount\":2,\"ImageSet\":[{\"ImageId\":\"img-1\"}]")), new VirtualClock());

        var failure = await Assert.ThrowsAsync<TencentCloudException>(
            () => client.FindImagesAsync("ap-guangzhou", ["img-1", "img-2", "img-3"], default));

        Assert.Equal(ClientErrorCodes.IncompleteList, failure.Code);
        Assert.Equal("ap-guangzhou", failure.Region);
    }

    [Fact]
    public async Task Unreadable_entries_at_the_end_of_a_list_are_left_out()
    {
        var client = Connections.Client(
            StubHandler.Always(() => StubHandler.Ok("\"TotalCount\":3,\"UnreadableItems\":7,\"ImageSet\":[{\"ImageId\":\"img-1\"},null,5]")), new VirtualClock());

        var read = new List<string>();
        await foreach (var image in client.ListImagesAsync("ap-guangzhou", filters: null, default))
            read.Add(image.ImageId);

        Assert.Equal(["img-1"], read);
        Assert.Equal(2, (await client.DescribeImagesAsync("ap-guangzhou", new DescribeImagesRequest(), default)).UnreadableItems);
        Assert.Equal(["img-1"], (await client.FindImagesAsync("ap-guangzhou", ["img-1", "img-2", "img-3"], default)).Keys);
    }

    [Fact]
    public async Task DryRunOperation_is_a_pass_of_a_dry_run()
    {
        var client = Connections.Client(StubHandler.Always(() => StubHandler.Error("DryRunOperation")), new VirtualClock());

        var copies = await client.SyncImagesAsync("ap-guangzhou", Copy, default);
        var instances = await client.RunInstancesAsync(
            "ap-guangzhou", new RunInstancesRequest { ImageId = "img-1", DryRun = true }, default);

        Assert.Equal("req-e", copies.RequestId);
        Assert.Empty(copies.ImageSet);
        Assert.Equal("req-e", instances.RequestId);
        Assert.Empty(instances.InstanceIdSet);
    }

    [Fact]
    public async Task DryRunOperation_is_an_error_of_anything_else()
    {
        var client = Connections.Client(StubHandler.Always(() => StubHandler.Error("DryRunOperation")), new VirtualClock());

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => client.SyncImagesAsync("ap-guangzhou", Copy with { DryRun = null }, default));

        Assert.True(DryRun.IsPass(exception));
    }

    [Fact]
    public async Task The_quota_and_the_sold_types_are_read()
    {
        var client = Connections.Client(
            new StubHandler(
                () => StubHandler.Ok("\"ImageNumQuota\":500"),
                () => StubHandler.Ok("\"InstanceTypeQuotaSet\":[{\"Zone\":\"z\",\"InstanceType\":\"S5.MEDIUM4\",\"Status\":\"SELL\"}]"),
                () => StubHandler.Ok("\"RegionSet\":[{\"Region\":\"ap-guangzhou\",\"RegionState\":\"AVAILABLE\"}]")),
            new VirtualClock());

        Assert.Equal(500, (await client.DescribeImageQuotaAsync("ap-guangzhou", default)).ImageNumQuota);
        var types = await client.DescribeZoneInstanceConfigInfosAsync("ap-guangzhou", null, default);
        Assert.Equal("S5.MEDIUM4", Assert.Single(types.InstanceTypeQuotaSet).InstanceType);
        Assert.Equal("ap-guangzhou", Assert.Single((await client.DescribeRegionsAsync(default)).RegionSet).Region);
    }

    // A service with so many images, named img-0 and so on.
    private static StubHandler Images(int count) => new((sent, _) =>
    {
        var all = Enumerable.Range(0, count).Select(i => $"img-{i}");
        var ids = sent.Json["ImageIds"]?.AsArray().Select(id => id!.GetValue<string>()).ToHashSet();
        var matching = all.Where(id => ids is null || ids.Contains(id)).ToList();
        var page = matching
            .Skip((int)(sent.Json["Offset"]?.GetValue<long>() ?? 0)).Take((int)sent.Json["Limit"]!.GetValue<long>())
            .Select(id => (JsonNode)new JsonObject { ["ImageId"] = id });
        var set = new JsonArray([.. page]).ToJsonString();
        return Task.FromResult(StubHandler.Ok($"\"TotalCount\":{matching.Count},\"ImageSet\":{set}"));
    });
}
