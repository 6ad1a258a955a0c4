using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Marking;

public sealed class CopyMarkerTests
{
    private const string Destination = "ap-shanghai";

    // All are in the mainland.
    private static readonly string[] Destinations =
        ["ap-shanghai", "ap-beijing", "ap-nanjing", "ap-chengdu", "ap-chongqing", "ap-shenzhen", "ap-tianjin", "ap-qingyuan", "ap-guiyang", "ap-jinan-ec", "ap-hangzhou-ec", "ap-fuzhou-ec"];

    private readonly CopyWorld _world = new();
    private readonly ConcurrentQueue<WaitResult> _results = new();

    private SimulatedCloudOptions Settings => _world.Cloud.Options;

    [Fact]
    public async Task Each_copy_names_its_source()
    {
        await CopyAsync(Request(SimulatedWorld.WebImageId, Destination, "ap-beijing"), Request(SimulatedWorld.DatabaseImageId, Destination));

        var source = _world.Cloud.FindImage(SimulatedWorld.WebImageId)!;
        var value = $"ap-guangzhou/{source.ImageId}/{source.CreatedTime.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
        Assert.Equal([value, value], Copies(source.ImageId).Select(copy => Assert.Single(copy.Tags)).Select(tag => tag.Value));
        Assert.StartsWith("ap-guangzhou/img-gdb02024/", MarkOf(Assert.Single(Copies(SimulatedWorld.DatabaseImageId))), StringComparison.Ordinal);
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task The_copies_of_a_source_share_requests_and_those_of_another_do_not()
    {
        await CopyAsync(Request(SimulatedWorld.WebImageId, Destinations), Request(SimulatedWorld.DatabaseImageId, Destinations));

        Assert.Equal(24, MarkedCopies());
        // Ten and two for each source, and the account once.
        Assert.Equal((4, 1), (_world.CallsOf("TagResources"), _world.CallsOf("GetCallerIdentity")));
    }

    [Fact]
    public async Task A_copy_of_a_copy_names_the_first_image_too()
    {
        await CopyAsync(Request(SimulatedWorld.WebImageId, Destination));
        var copy = Assert.Single(Copies(SimulatedWorld.WebImageId));
        _world.Cloud.SetImageState(copy.ImageId, "NORMAL");

        await CopyAsync(new ImageCopyRequest(copy.ImageId, Destination, ["ap-beijing"], null));

        var mark = SourceMark.TryParse(MarkOf(Assert.Single(Copies(copy.ImageId)))!)!;
        Assert.Equal((copy.ImageId, Destination), (mark.Source.ImageId, mark.Source.Region));
        Assert.Equal((SimulatedWorld.WebImageId, SimulatedWorld.Region), (mark.Origin!.ImageId, mark.Origin.Region));
    }

    [Fact]
    public async Task A_copy_that_is_adopted_is_marked_and_a_marked_one_is_left_alone()
    {
        var old = Assert.Single(_world.AddImages(1, _ => "golden-web-2024", Destination));

        var row = Assert.Single(await CopyAsync(Request(SimulatedWorld.WebImageId, Destination)));
        Assert.Equal((old.ImageId, true), (row.ImageId, row.Reused));
        Assert.StartsWith("ap-guangzhou/img-gweb2024/", MarkOf(old), StringComparison.Ordinal);

        row = Assert.Single(await CopyAsync(Request(SimulatedWorld.WebImageId, Destination)));
        Assert.Equal((old.ImageId, null), (row.ImageId, row.Mark));
        Assert.Equal(1, _world.CallsOf("TagResources"));
    }

    [Fact]
    public async Task Without_a_source_tag_nothing_is_sent()
    {
        var rows = await CopyAsync(Request(SimulatedWorld.WebImageId, Destination) with { CarryOver = CarriedAttributes.NoSourceTag });

        Assert.Equal((CarriedAttributes.NoSourceTag, null), (rows[0].CarryOver, rows[0].Mark));
        Assert.Equal((0, 0), (_world.CallsOf("TagResources"), _world.CallsOf("GetCallerIdentity")));
    }

    [Fact]
    public async Task A_full_key_is_followed_by_the_next_one()
    {
        Settings.MaximumValuesPerTagKey = 1;
        var sources = _world.AddImages(3, index => $"app-{index}");
        foreach (var source in sources)
            await CopyAsync(Request(source.ImageId, Destination, "ap-beijing"));

        Assert.Equal(
            ["ImageReplicationSource", "ImageReplicationSource.2", "ImageReplicationSource.3"],
            sources.Select(source => Copies(source.ImageId).SelectMany(copy => copy.Tags).Select(tag => tag.Key).Distinct().Single()));
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task A_run_remembers_the_full_keys()
    {
        Settings.MaximumValuesPerTagKey = 1;
        var sources = _world.AddImages(4, index => $"app-{index}");
        await CopyAsync(Request(sources[0].ImageId, Destination));
        await CopyAsync(Request(sources[1].ImageId, Destination));
        var before = _world.CallsOf("TagResources");

        Settings.MaximumValuesPerTagKey = 2;
        _world.Cloud.AddImage(Filler("ImageReplicationSource"));
        _world.Cloud.AddImage(Filler("ImageReplicationSource.2"));
        await CopyAsync(_world.Options() with { ThrottleLimit = 1 }, Request(sources[2].ImageId, Destination), Request(sources[3].ImageId, Destination));

        Assert.Equal(["ImageReplicationSource.3", "ImageReplicationSource.3"], sources.Skip(2).Select(source => Copies(source.ImageId).Single().Tags.Single().Key));
        Assert.InRange(_world.CallsOf("TagResources") - before, 4, 6);
    }

    [Fact]
    public async Task A_key_that_may_not_tag_is_one_warning_and_the_copies_go_on()
    {
        _world.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = ["TagResources"] });
        var sources = _world.AddImages(60, index => $"app-{index}");

        var rows = await CopyAsync([.. sources.Select(source => Request(source.ImageId, Destination, "ap-beijing"))]);

        Assert.Equal(120, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.Contains("the key has no permission for it (AuthFailure.UnauthorizedOperation, TagResources)", Assert.Single(_world.Warnings), StringComparison.Ordinal);
        Assert.InRange(_world.CallsOf("TagResources"), 1, 50);
    }

    [Fact]
    public async Task A_key_that_may_not_read_its_account_is_one_warning_too()
    {
        _world.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = ["GetCallerIdentity"] });

        var rows = await CopyAsync(Request(SimulatedWorld.WebImageId, Destinations));

        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Requested, row.Status));
        Assert.Contains("GetCallerIdentity)", Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_in_which_the_key_may_not_tag_is_one_warning_and_the_others_are_marked()
    {
        Settings.TagFailures[Destination] = new TagFailure("AuthFailure.UnauthorizedOperation");
        var sources = _world.AddImages(5, index => $"app-{index}");

        await CopyAsync([.. sources.Select(source => Request(source.ImageId, Destination, "ap-beijing"))]);

        Assert.Equal((5, 5), (MarkedCopies(), _world.CopiesIn("ap-beijing").Count(copy => copy.Tags.Count == 1)));
        Assert.Single(_world.Warnings);
    }

    [Fact]
    public async Task A_mark_that_the_service_takes_only_when_the_copy_is_available_is_set_by_waiting()
    {
        Settings.TagsCopiesInProgress = false;
        var sources = _world.AddImages(10, index => $"app-{index}");

        var rows = await CopyAsync([.. sources.Select(source => Request(source.ImageId, Destination, "ap-beijing"))]);
        Assert.Equal((0, 0), (MarkedCopies(), _world.Warnings.Count));
        // A few refused requests are enough to know.
        Assert.InRange(_world.CallsOf("TagResources"), 3, 10);

        var before = _world.CallsOf("TagResources");
        await WaitAsync(rows);
        Assert.Equal((20, 10), (MarkedCopies(), _world.CallsOf("TagResources") - before));
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task Waiting_sends_no_tag_request_for_marked_copies()
    {
        var rows = await CopyAsync(Request(SimulatedWorld.WebImageId, Destinations));
        var before = _world.CallsOf("TagResources");

        await WaitAsync(rows);

        Assert.Equal((12, 0), (_results.Count, _world.CallsOf("TagResources") - before));
    }

    [Fact]
    public async Task Rows_without_marks_look_their_sources_up_together()
    {
        var sources = _world.AddImages(50, index => $"app-{index}");
        var rows = await CopyAsync(_world.Options(), marker: null, [.. sources.Select(source => Request(source.ImageId, Destination, "ap-beijing"))]);
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(5), _world.Time));
        var before = _world.Cloud.Calls.Count(call => call is { Action: "DescribeImages", Region: Source });

        await WaitAsync(rows.Select(row => Target(row, mark: null)));

        Assert.Equal(100, MarkedCopies());
        Assert.Equal(1, _world.Cloud.Calls.Count(call => call is { Action: "DescribeImages", Region: Source }) - before);
    }

    [Fact]
    public async Task A_row_that_arrives_twice_names_its_copy_once()
    {
        var row = Assert.Single(await CopyAsync(_world.Options(), marker: null, Request(SimulatedWorld.WebImageId, Destination)));

        await WaitAsync([row, row]);

        Assert.Equal((2, 1, 1), (_results.Count, MarkedCopies(), _world.CallsOf("TagResources")));
    }

    [Fact]
    public async Task A_row_with_an_image_that_is_older_than_its_source_marks_nothing()
    {
        var old = _world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "golden-web-2024",
            Region = Destination,
            AccountId = SimulatedWorld.Owner.AccountId,
            CreatedTime = _world.Time.GetUtcNow().AddDays(-90),
        });

        await WaitAsync([new WaitTarget(old.ImageId, Destination, null, null) { Mark = new MarkRequest(SimulatedWorld.WebImageId, Source, null) }]);

        Assert.Equal((WaitOutcome.Ready, null), (Assert.Single(_results).Outcome, MarkOf(old)));
        Assert.Contains($"{old.ImageId} in 'ap-shanghai' is not marked as a copy of img-gweb2024", Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_source_is_gone_marks_nothing()
    {
        var rows = await CopyAsync(_world.Options(), marker: null, Request(SimulatedWorld.WebImageId, Destination));
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(5), _world.Time));
        _world.Cloud.RemoveImage(SimulatedWorld.WebImageId);

        await WaitAsync(rows.Select(row => Target(row, mark: null)));

        Assert.Equal((WaitOutcome.Ready, 0), (Assert.Single(_results).Outcome, MarkedCopies()));
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task The_mark_of_another_source_is_never_replaced()
    {
        var foreign = "ap-guangzhou/img-00000001/2026-01-01T00:00:00Z";
        var image = Assert.Single(_world.AddImages(1, _ => "golden-web-2024", Destination));
        _world.Cloud.UpdateImage(image.ImageId, old => old with { Tags = [new("ImageReplicationSource.2", foreign)] });

        await WaitAsync([new WaitTarget(image.ImageId, Destination, null, null) { Mark = new MarkRequest(SimulatedWorld.WebImageId, Source, null) }]);

        Assert.Equal((foreign, 0), (MarkOf(image), _world.CallsOf("TagResources")));
    }

    [Fact]
    public async Task A_failure_that_passes_is_retried()
    {
        var rows = await CopyAsync(_world.Options(), marker: null, Request(SimulatedWorld.WebImageId, Destination, "ap-beijing"));
        Settings.TagFailures[Destination] = new TagFailure("FailedOperation.ResourceTagProcessing", Times: 3);

        await WaitAsync(rows);

        Assert.Equal((2, 0), (MarkedCopies(), _world.Warnings.Count));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_marked_is_a_warning_and_its_row_is_ready()
    {
        var rows = await CopyAsync(_world.Options(), marker: null, Request(SimulatedWorld.WebImageId, Destination, "ap-beijing"));
        Settings.TagFailures[Destination] = new TagFailure("InvalidParameter.Tag");

        await WaitAsync(rows);

        Assert.All(_results, result => Assert.Equal((WaitOutcome.Ready, null), (result.Outcome, result.Error)));
        Assert.Equal(1, MarkedCopies());
        var copy = Assert.Single(_world.CopiesIn(Destination));
        Assert.Contains($"Not marked with their source: {copy.ImageId} (ap-shanghai). InvalidParameter.Tag: ", Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_copy_that_a_whole_request_is_refused_for_does_not_keep_the_others_from_their_marks()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "InvalidParameterValue.ResourceDescriptionError" }) { Action = "TagResources", Times = 3 });

        await CopyAsync(Request(SimulatedWorld.WebImageId, [.. Destinations.Take(8)]));

        // Eight, four and two are refused.
        Assert.Equal((8, 0), (MarkedCopies(), _world.Warnings.Count));
    }

    [Fact]
    public async Task A_tag_service_that_is_down_ends_no_run_and_is_one_warning()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "TagResources", Times = int.MaxValue });
        var sources = _world.AddImages(100, index => $"app-{index}");
        var began = _world.Time.GetUtcNow();

        var rows = await CopyAsync([.. sources.Select(source => Request(source.ImageId, Destination))]);

        Assert.Equal(100, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.Contains("and 90 more. ClientError.", Assert.Single(_world.Warnings), StringComparison.Ordinal);
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_slow_tag_service_delays_neither_the_requests_nor_the_rows()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.Slow) { Latency = TimeSpan.FromSeconds(10) }) { Action = "TagResources", Times = int.MaxValue });
        var sources = _world.AddImages(50, index => $"app-{index}");
        var began = _world.Time.GetUtcNow();

        await CopyAsync([.. sources.Select(source => Request(source.ImageId, Destination))]);

        Assert.InRange(_world.Cloud.Calls.Last(call => call.Action == "SyncImages").Time - began, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(7));
        Assert.Equal(50, MarkedCopies());
    }

    [Fact]
    public async Task The_mark_of_a_source_is_not_carried_over()
    {
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with
        {
            Tags = [new("env", "prod"), new("ImageReplicationSource", "ap-beijing/img-00000001/2026-01-01T00:00:00Z"), new("ImageReplicationSource.7", "ap-beijing/img-00000002/2026-01-01T00:00:00Z")],
        });
        var rows = await CopyAsync(Request(SimulatedWorld.WebImageId, Destination));

        await WaitAsync(rows.Select(row => Target(row, row.Mark) with
        {
            CarryOver = new CarryOverRequest(SimulatedWorld.WebImageId, Source, CarriedAttributes.Tag),
        }));

        var copy = Assert.Single(_world.CopiesIn(Destination));
        Assert.Equal(["ImageReplicationSource", "env"], copy.Tags.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.StartsWith("ap-guangzhou/img-gweb2024/", MarkOf(copy), StringComparison.Ordinal);
    }

    private static SimulatedImage Filler(string key) => new()
    {
        ImageName = $"filler {key}",
        Region = "ap-nanjing",
        AccountId = SimulatedWorld.Owner.AccountId,
        Tags = [new(key, "another value")],
    };

    private Task<IReadOnlyList<ImageCopy>> CopyAsync(params ImageCopyRequest[] requests) => CopyAsync(_world.Options(), requests);

    private Task<IReadOnlyList<ImageCopy>> CopyAsync(ImageCopyOptions options, params ImageCopyRequest[] requests) =>
        CopyAsync(options, _world.CreateMarker(), requests);

    private Task<IReadOnlyList<ImageCopy>> CopyAsync(ImageCopyOptions options, CopyMarker? marker, params ImageCopyRequest[] requests) =>
        _world.CopyAsync(options, marker, requests);

    private Task WaitAsync(IEnumerable<ImageCopy> rows) => WaitAsync(rows.Select(row => Target(row, row.Mark)));

    private Task WaitAsync(IEnumerable<WaitTarget> targets)
    {
        var waiter = new ImageWaiter(
            _world.Client, _world.CarryOver, new WaitOptions { PollInterval = TimeSpan.FromSeconds(30) }, _world.Time, NullLogger.Instance, _world.CreateMarker());
        return _world.Time.RunAsync(() => waiter.RunAsync(All(targets), _results.Enqueue, _ => { }, CancellationToken.None));
    }

    private static WaitTarget Target(ImageCopy row, SourceMark? mark) => new(row.ImageId!, row.Region, row.RequestedAt, row)
    {
        Mark = new MarkRequest(row.SourceImageId, row.SourceRegion, mark),
    };

    private List<SimulatedImage> Copies(string sourceId) => [.. _world.Cloud.Images().Where(image => image.CopiedFrom == sourceId)];

    private int MarkedCopies() => _world.Cloud.Images().Count(image => image.CopiedFrom is not null && MarkOf(image) is not null);

    private string? MarkOf(SimulatedImage image) =>
        _world.Cloud.FindImage(image.ImageId)!.Tags.SingleOrDefault(tag => SourceMark.IsKey(tag.Key))?.Value;
}
