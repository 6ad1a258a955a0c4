using System.Net;
using System.Text;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport.Parsing;

/// <summary>Responses with bad texts and values: everything readable is read, and nothing is retried for the rest.</summary>
public sealed class BadResponseTests
{
    [Fact]
    public async Task One_bad_text_loses_nothing_else()
    {
        byte[] body =
        [
            .. """{"Response":{"TotalCount":3,"RequestId":"r","ImageSet":[{"ImageId":"img-1","ImageName":"bad """u8, 0xFF,
            .. """ "},{"ImageId":"img-2","ImageDescription":"cut \ud83d"},{"ImageId":"img-3","Tags":[{"Key":"k\udc00","Value":"v"}]}]}}"""u8,
        ];

        var images = (await DescribeAsync(() => Raw(body))).ImageSet;

        Assert.Equal(["img-1", "img-2", "img-3"], images.Select(image => image.ImageId));
        Assert.Equal("bad \uFFFD ", images[0].ImageName);
        Assert.Equal("cut \uFFFD", images[1].ImageDescription);
        Assert.Equal("k\uFFFD", Assert.Single(images[2].Tags).Key);
    }

    [Theory]
    [InlineData("50", 50L)]
    [InlineData("50.0", 50L)]
    [InlineData("33.5", 33L)]
    [InlineData("\"20\"", 20L)]
    [InlineData("\" 20.9 \"", 20L)]
    [InlineData("2e1", 20L)]
    [InlineData("101", 100L)]
    [InlineData("99999999999", 100L)]
    [InlineData("-5", 0L)]
    [InlineData("1e30", null)]
    [InlineData("1e400", null)]
    [InlineData("\"half\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    [InlineData("[7]", null)]
    public async Task A_number_is_read_in_any_form_or_is_null(string json, long? value) =>
        Assert.Equal(value, (await DescribeOneAsync($"\"SyncPercent\":{json}")).SyncPercent);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("0.0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("2", null)]
    [InlineData("\"yes\"", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public async Task A_Boolean_is_read_in_any_form_or_is_null(string json, bool? value) =>
        Assert.Equal(value, (await DescribeOneAsync($"\"ImageDeprecated\":{json}")).ImageDeprecated);

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("17", "17")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("{\"a\":1}", null)]
    [InlineData("[\"x\"]", null)]
    public async Task A_text_is_read_in_any_form_or_is_null(string json, string? value) =>
        Assert.Equal(value, (await DescribeOneAsync($"\"Platform\":{json}")).Platform);

    [Theory]
    [InlineData("\"2020-09-22T00:00:00Z\"", true)]
    [InlineData("\"0000-00-00\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("1600732800", false)]
    [InlineData("{}", false)]
    public async Task A_time_is_read_or_is_null(string json, bool isTime) =>
        Assert.Equal(isTime, (await DescribeOneAsync($"\"CreatedTime\":{json}")).CreatedTime is not null);

    [Theory]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("[null, 5, \"x\", []]")]
    public async Task A_list_without_readable_entries_is_empty(string json)
    {
        var image = await DescribeOneAsync($"\"SnapshotSet\":{json},\"ImageName\":\"n\"");

        Assert.Empty(image.SnapshotSet);
        Assert.Equal("n", image.ImageName);
    }

    [Fact]
    public async Task Unreadable_entries_are_left_out_of_lists_of_objects_and_texts()
    {
        var images = (await DescribeAsync(() => StubHandler.Ok(
            """ "ImageSet":[null,{"ImageId":"img-1","Tags":[null,{"Key":"k","Value":null}]},"x",{"ImageId":"img-2"}],"TotalCount":"4" """))).ImageSet;
        var handler = StubHandler.Always(() => StubHandler.Ok(""" "InstanceIdSet":[null,"ins-1",{},"ins-2"]"""));
        var launch = await Connections.Client(handler, new VirtualClock()).RunInstancesAsync(
            "ap-guangzhou", new RunInstancesRequest { ImageId = "img-1" }, default);

        Assert.Equal(["img-1", "img-2"], images.Select(image => image.ImageId));
        Assert.Equal(new Tag { Key = "k", Value = "" }, Assert.Single(images[0].Tags));
        Assert.Equal(["ins-1", "ins-2"], launch.InstanceIdSet);
    }

    [Theory]
    [InlineData(""" "InstanceIdSet":null""")]
    [InlineData(""" "InstanceIdSet":{}""")]
    [InlineData(""" "Other":1""")]
    public async Task A_launch_without_IDs_is_an_empty_list(string fields)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(fields));

        var launch = await Connections.Client(handler, new VirtualClock()).RunInstancesAsync(
            "ap-guangzhou", new RunInstancesRequest { ImageId = "img-1" }, default);

        Assert.Empty(launch.InstanceIdSet);
    }

    [Fact]
    public async Task A_copy_without_ID_or_region_has_empty_texts()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(""" "ImageSet":[null,{"Region":"ap-shanghai"},{"ImageId":7},{"ImageId":null,"Region":null}]"""));

        var copies = (await Connections.Client(handler, new VirtualClock()).SyncImagesAsync(
            "ap-guangzhou", new SyncImagesRequest { ImageIds = ["img-1"], DestinationRegions = ["ap-shanghai"] }, default)).ImageSet;

        Assert.Equal([("", "ap-shanghai"), ("7", ""), ("", "")], copies.Select(copy => (copy.ImageId, copy.Region)));
    }

    [Fact]
    public async Task Inner_objects_that_are_none_are_null()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(
            """ "TotalCount":1,"InstanceSet":[{"InstanceId":"ins-1","Placement":"x","SystemDisk":[],"GPUInfo":{"GPUCount":"0.5","GPUId":["a",null]}}]"""));

        var instance = Assert.Single((await Connections.Client(handler, new VirtualClock()).DescribeInstancesAsync(
            "ap-guangzhou", new DescribeInstancesRequest(), default)).InstanceSet);

        Assert.Null(instance.Placement);
        Assert.Null(instance.SystemDisk);
        Assert.Equal(0.5, instance.GPUInfo!.GPUCount);
        Assert.Equal(["a"], instance.GPUInfo.GPUId);
    }

    [Fact]
    public async Task Texts_are_clean_and_bounded_where_they_enter()
    {
        var image = await DescribeOneAsync(
            $$""" "ImageState":"NOR\u001bMAL","ImageName":"a\u202eb\nc","Platform":"\r\u0007","ImageCreator":"{{new string('9', 100_000)}}" """, "img-\\u001b[2J");

        Assert.Equal(@"img-\x1b[2J", image.ImageId);
        Assert.Equal(@"NOR\x1bMAL", image.ImageState);
        Assert.Equal("a\u202eb\nc", image.ImageName);
        Assert.Equal(@"\r\x07", image.Platform);
        Assert.Equal(new string('9', 256) + "…", image.ImageCreator);
    }

    [Theory]
    [InlineData("bad\uFFFDnames", "names")]
    [InlineData("golden-\uFFFD-\uFFFD", "golden-")]
    [InlineData("\uFFFD\uFFFD", null)]
    [InlineData("golden-web", "golden-web")]
    public async Task A_badly_encoded_name_is_searched_for_by_its_longest_good_part(string name, string? sent)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        Filter[] filters = [new() { Name = "image-type", Values = ["PRIVATE_IMAGE"] }, new() { Name = "image-name", Values = [name] }];

        await foreach (var _ in Connections.Client(handler, new VirtualClock()).ListImagesAsync("ap-guangzhou", filters, default))
        {
        }

        var names = Assert.Single(handler.Sent).Json["Filters"]!.AsArray()
            .Where(filter => filter!.Text("Name") == "image-name").Select(filter => filter!["Values"]![0]!.GetValue<string>());
        Assert.Equal(sent is null ? [] : [sent], names);
    }

    [Fact]
    public async Task Code_request_ID_and_message_of_an_error_are_clean_and_bounded()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(
            $$"""{"Response":{"RequestId":"r\u001b\u202e{{new string('r', 1000)}}","Error":{"Code":"Bad\u0007\r\u202e","Message":"m\u001b\u2066\n{{new string('m', 5000)}}"} } }"""));

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => Connections.Client(handler, new VirtualClock()).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(@"Bad\x07\r\u202e", exception.Code);
        Assert.StartsWith(@"r\x1b\u202err", exception.RequestId, StringComparison.Ordinal);
        Assert.True(exception.RequestId!.Length < 280);
        Assert.StartsWith("m   mm", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 2000, 2001);
    }

    [Fact]
    public async Task A_code_of_5_MB_costs_little_memory()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"Response":{"RequestId":"r","Error":{"Code":"{{new string('x', 5_000_000)}}","Message":"m"} } }""");
        var client = Connections.Client(StubHandler.Always(() => Raw(body)), new VirtualClock());
        await Assert.ThrowsAsync<TencentCloudException>(() => client.DescribeZonesAsync("ap-guangzhou", default));

        // Tests that run at the same time allocate too: the least of several calls is that of the call alone.
        TencentCloudException exception = null!;
        var allocated = long.MaxValue;
        for (var call = 0; call < 10; call++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            exception = await Assert.ThrowsAsync<TencentCloudException>(() => client.DescribeZonesAsync("ap-guangzhou", default));
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(257, exception.Code.Length);
        Assert.True(exception.ToString().Length < 10_000);
        Assert.True(allocated < 40_000_000, $"{allocated} bytes");
    }

    private static async Task<Image> DescribeOneAsync(string fields, string imageId = "img-1") => Assert.Single(
        (await DescribeAsync(() => StubHandler.Ok($$""" "ImageSet":[{"ImageId":"{{imageId}}",{{fields}}}],"TotalCount":1"""))).ImageSet);

    // One response: a retry would find none.
    private static Task<DescribeImagesResponse> DescribeAsync(Func<HttpResponseMessage> response) =>
        Connections.Client(new StubHandler(response), new VirtualClock()).DescribeImagesAsync("ap-guangzhou", new DescribeImagesRequest(), default);

    private static HttpResponseMessage Raw(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
}
