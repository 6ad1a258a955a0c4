using System.Text.Json.Nodes;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>A response to SyncImages that arrives but does not name each copy beyond doubt: the copies are searched for.</summary>
public sealed class MalformedResponseTests
{
    public static TheoryData<string> Responses => [.. Changes.Keys];

    private static readonly Dictionary<string, Action<JsonObject>> Changes = new()
    {
        ["as documented"] = _ => { },
        ["a null entry"] = response => response["ImageSet"]!.AsArray().Insert(0, null),
        ["a null entry instead of one"] = response => response["ImageSet"]![0] = null,
        ["a text instead of an entry"] = response => response["ImageSet"]![0] = "img-12345678",
        ["a region not requested"] = response => response["ImageSet"]!.AsArray().Add(Entry("img-12345678", "ap-nanjing")),
        ["another region"] = response => First(response)["Region"] = "ap-nanjing",
        ["no region"] = response => First(response).Remove("Region"),
        ["a blank region"] = response => First(response)["Region"] = " ",
        ["a region twice"] = response => response["ImageSet"]!.AsArray().Add(Entry("img-12345678", Region(First(response)))),
        ["an entry twice"] = response => response["ImageSet"]!.AsArray().Add(First(response).DeepClone()),
        ["no ID"] = response => First(response).Remove("ImageId"),
        ["an ID that is null"] = response => First(response)["ImageId"] = null,
        ["an ID that is a number"] = response => First(response)["ImageId"] = 12345678,
        ["an ID that is an object"] = response => First(response)["ImageId"] = new JsonObject { ["Id"] = null },
        ["an ID of something else"] = response => First(response)["ImageId"] = "ins-12345678",
        ["a blank ID"] = response => First(response)["ImageId"] = "  ",
        ["a region in capital letters"] = response => First(response)["Region"] = Region(First(response)).ToUpperInvariant(),
        ["the ID of the source"] = response => First(response)["ImageId"] = SimulatedWorld.WebImageId,
        ["one ID for two regions"] = response => First(response)["ImageId"] = (string?)response["ImageSet"]![1]!["ImageId"],
        ["the IDs in no list"] = response => response["ImageSet"] = First(response).DeepClone(),
        ["an empty list"] = response => response["ImageSet"] = new JsonArray(),
        ["a list that is null"] = response => response["ImageSet"] = null,
        ["a list of lists"] = response => response["ImageSet"] = new JsonArray(new JsonArray(First(response).DeepClone())),
        ["no list"] = response => response.Remove("ImageSet"),
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Each_pair_has_one_row_with_its_own_copy(string response)
    {
        var world = World(Changes[response]);

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing", "ap-chengdu"));

        Assert.Equal(["ap-beijing", "ap-chengdu", "ap-shanghai"], rows.Select(row => row.Region).Order());
        Assert.All(rows, row =>
        {
            Assert.Equal((ImageCopyStatus.Requested, false), (row.Status, row.Reused));
            Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn(row.Region), image => image.CopiedFrom is not null).ImageId);
        });
        Assert.Equal(1, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task The_rows_that_the_response_names_do_not_wait_for_the_search()
    {
        var world = World(response => First(response).Remove("ImageId"), new SimulatedCloudOptions { Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(50) } });
        var began = world.Time.GetUtcNow();
        var times = new Dictionary<string, TimeSpan>();
        var copier = new ImageCopier(world.Client, world.Options(), world.Time, new LogRecorder());

        await world.Time.RunAsync(() => copier.RunAsync(
            All([Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing")]), row => times.Add(row.Region, world.Time.GetUtcNow() - began), CancellationToken.None));

        Assert.Equal(TimeSpan.Zero, times["ap-beijing"]);
        Assert.InRange(times["ap-shanghai"], TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task An_image_that_existed_before_is_not_the_copy()
    {
        var old = "";
        var world = World(response => First(response)["ImageId"] = old);
        old = world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "golden-web-2024",
            Region = "ap-shanghai",
            AccountId = SimulatedWorld.Owner.AccountId,
            SizeGB = 60,
        }).ImageId;

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(SimulatedWorld.WebImageId, world.Cloud.FindImage(row.ImageId!)!.CopiedFrom);
    }

    [Fact]
    public async Task Another_source_of_the_run_is_not_the_copy()
    {
        var world = World(response => First(response)["ImageId"] = SimulatedWorld.DatabaseImageId);

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"), Request(SimulatedWorld.DatabaseImageId, "ap-shanghai"));

        Assert.All(rows, row => Assert.Equal(row.SourceImageId, world.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
    }

    [Fact]
    public async Task One_copy_is_not_the_copy_of_two_images()
    {
        string? first = null;
        var world = World(
            response =>
            {
                first ??= (string)First(response)["ImageId"]!;
                First(response)["ImageId"] = first;
            },
            times: 2);

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"), Request(SimulatedWorld.DatabaseImageId, "ap-shanghai"));

        Assert.All(rows, row => Assert.Equal(row.SourceImageId, world.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
    }

    [Fact]
    public async Task A_response_that_names_nothing_although_nothing_was_created_leads_to_another_request()
    {
        var world = new CopyWorld(between: inner => new SwallowingHandler(inner));

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        Assert.Single(world.CopiesIn("ap-shanghai"));
    }

    private static CopyWorld World(Action<JsonObject> change, SimulatedCloudOptions? options = null, int times = 1) =>
        new(options: options, between: inner => new RewritingHandler(inner, "SyncImages", change, times));

    private static JsonObject First(JsonObject response) => response["ImageSet"]![0]!.AsObject();

    private static string Region(JsonObject entry) => (string)entry["Region"]!;

    private static JsonObject Entry(string imageId, string region) => new() { ["ImageId"] = imageId, ["Region"] = region };

    /// <summary>Accepts the first SyncImages request and does nothing.</summary>
    private sealed class SwallowingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private bool _hasSwallowed;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_hasSwallowed || !request.Headers.GetValues("X-TC-Action").Contains("SyncImages"))
                return base.SendAsync(request, cancellationToken);
            _hasSwallowed = true;
            return Task.FromResult(StubHandler.Ok());
        }
    }
}
