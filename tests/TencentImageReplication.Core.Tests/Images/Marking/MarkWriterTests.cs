using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Marking;

public sealed class MarkWriterTests
{
    private const string Value = "ap-guangzhou/img-gweb2024/2026-01-01T00:00:00Z";
    private const string Region = "ap-shanghai";
    private const string OtherRegion = "ap-beijing";

    private readonly CopyWorld _world = new();
    private readonly MarkWriter _writer;

    public MarkWriterTests() => _writer = new MarkWriter(_world.Tagger, _world.Time, _world.Log);

    [Fact]
    public async Task Each_marked_copy_is_named_once()
    {
        var copies = Copies(2);

        await WriteAsync([.. copies, .. copies]);

        Assert.Equal((2, 1), (Marked(), Requests));
        Assert.Equal(2, MarkedInLog());
    }

    [Fact]
    public async Task A_temporary_refusal_is_retried_after_pauses_and_five_requests_are_the_end()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.ResourceTagProcessing");
        var began = _world.Time.GetUtcNow();

        await WriteAsync(Copies(1));

        Assert.Equal((5, TimeSpan.FromSeconds(2 + 4 + 8 + 16)), (Requests, _world.Time.GetUtcNow() - began));
        Assert.Equal(0, MarkedInLog());
        Assert.Contains("FailedOperation.ResourceTagProcessing: ", ReportedFailure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_refused_copies_are_retried()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("InternalError", Times: 1);

        await WriteAsync([.. Copies(1), .. Copies(3, OtherRegion)]);

        Assert.Equal((4, 2), (Marked(), Requests));
        Assert.Equal(4, MarkedInLog());
    }

    [Fact]
    public async Task Another_refusal_is_final()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("InvalidParameter.Tag");

        await WriteAsync(Copies(1));

        Assert.Equal(1, Requests);
        Assert.Contains("InvalidParameter.Tag: ", ReportedFailure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_reported_once()
    {
        _writer.Fail([new ImageRef("img-00000001", Region)], new(TencentCloudErrorKind.Service, "LimitExceeded.Tag", "Too many.", "TagResources"));

        Assert.Contains("img-00000001 (ap-shanghai). LimitExceeded.Tag: Too many.", ReportedFailure(), StringComparison.Ordinal);
        _writer.ReportFailures();
        Assert.Single(_world.Warnings);
    }

    [Fact]
    public async Task A_copy_in_progress_that_is_refused_is_left_for_later()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.ResourceTagProcessing");

        await WriteAsync(Copies(1, isAvailable: false));

        _writer.ReportFailures();
        Assert.Equal((1, 0), (Requests, _world.Warnings.Count));
        Assert.Contains(_world.Log.Entries, entry => entry.Contains("cannot be marked with its source yet (FailedOperation.ResourceTagProcessing)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_refusals_of_copies_in_progress_end_the_requests_for_them_and_not_for_others()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.ResourceTagProcessing", Times: 3);
        for (var index = 0; index < 5; index++)
            await WriteAsync(Copies(1, isAvailable: false));

        Assert.Equal((3, 0), (Requests, Marked()));
        Assert.Single(_world.Log.Entries, entry => entry.Contains("does not tag copies in progress", StringComparison.Ordinal));

        await WriteAsync([.. Copies(1, OtherRegion, isAvailable: false), .. Copies(1, OtherRegion)]);
        Assert.Equal((4, 1), (Requests, Marked()));
    }

    [Fact]
    public async Task A_copy_in_progress_that_is_marked_ends_a_series_of_refusals()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.ResourceTagProcessing");
        foreach (var region in new[] { Region, Region, OtherRegion, Region, Region, OtherRegion })
            await WriteAsync(Copies(1, region, isAvailable: false));

        Assert.Equal((6, 2), (Requests, Marked()));
    }

    [Fact]
    public async Task A_request_that_marks_some_copies_in_progress_ends_a_series_of_refusals()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.ResourceTagProcessing");
        await WriteAsync(Copies(1, isAvailable: false));
        await WriteAsync(Copies(1, isAvailable: false));
        await WriteAsync([.. Copies(1, isAvailable: false), .. Copies(1, OtherRegion, isAvailable: false)]);
        await WriteAsync(Copies(1, isAvailable: false));
        await WriteAsync(Copies(1, isAvailable: false));

        Assert.Equal((5, 1), (Requests, Marked()));
    }

    [Fact]
    public async Task A_request_with_an_available_copy_tells_nothing_about_copies_in_progress()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("InvalidParameter.Tag");
        for (var index = 0; index < 4; index++)
            await WriteAsync([.. Copies(1), .. Copies(1, isAvailable: false)]);

        await WriteAsync(Copies(1, OtherRegion, isAvailable: false));
        Assert.Equal((5, 1), (Requests, Marked()));
    }

    [Fact]
    public async Task Three_requests_without_a_response_end_the_requests()
    {
        LoseRequests();
        var copies = Copies(4);
        foreach (var copy in copies.Take(3))
            await WriteAsync([copy]);
        var sent = Requests;

        await WriteAsync([copies[3]]);

        Assert.Equal((sent, 0), (Requests, Marked()));
        var failure = ReportedFailure();
        Assert.All(copies, copy => Assert.Contains(copy.Copy.ImageId, failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_response_ends_a_series_of_requests_without_one()
    {
        for (var round = 0; round < 2; round++)
        {
            LoseRequests();
            await WriteAsync(Copies(1));
            await WriteAsync(Copies(1));
            _world.Cloud.Faults.Clear();
            await WriteAsync(Copies(1));
        }

        Assert.Equal(2, Marked());
    }

    [Fact]
    public async Task A_key_without_permission_gets_one_warning_and_sends_no_more()
    {
        _world.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = ["TagResources"] });

        // Two at once, which are both refused.
        _world.Cloud.Options.Latency = TimeSpan.FromSeconds(1);
        await _world.Time.RunAsync(() => Task.WhenAll(WriteNowAsync(Copies(1)), WriteNowAsync(Copies(1))));
        var sent = Requests;
        await WriteAsync(Copies(1));

        Assert.Equal((2, 2), (sent, Requests));
        Assert.Contains("the key has no permission for it", Assert.Single(_world.Warnings), StringComparison.Ordinal);
        _writer.ReportFailures();
        Assert.Single(_world.Warnings);
    }

    [Fact]
    public async Task A_policy_that_forbids_the_tag_is_a_missing_permission()
    {
        _world.Cloud.Options.TagFailures[Region] = new TagFailure("FailedOperation.PolicyEnforcedInvalid");

        await WriteAsync([.. Copies(1), .. Copies(1, OtherRegion)]);

        Assert.Equal((1, 1), (Marked(), Requests));
        Assert.Contains("the key has no permission for it (FailedOperation.PolicyEnforcedInvalid", Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_full_keys_are_the_end()
    {
        _world.Cloud.Options.MaximumValuesPerTagKey = 0;

        await WriteAsync(Copies(1));

        Assert.Equal((100, 0), (Requests, Marked()));
        Assert.Contains("LimitExceeded.TagValue: ", ReportedFailure(), StringComparison.Ordinal);
    }

    private int Requests => _world.CallsOf("TagResources");

    private Task WriteAsync(IReadOnlyList<PendingMark> copies) => _world.Time.RunAsync(() => WriteNowAsync(copies));

    private Task WriteNowAsync(IReadOnlyList<PendingMark> copies) => _writer.WriteAsync(Value, copies, CancellationToken.None);

    private PendingMark[] Copies(int count, string region = Region, bool isAvailable = true) =>
        [.. _world.AddImages(count, _ => "copy", region).Select(image => new PendingMark(new ImageRef(image.ImageId, region), isAvailable))];

    private int Marked() => _world.Cloud.Images().Count(image => image.Tags.Any(tag => SourceMark.IsKey(tag.Key) && tag.Value == Value));

    private int MarkedInLog() => _world.Log.Entries.Count(entry => entry.Contains("is marked with its source", StringComparison.Ordinal));

    private void LoseRequests() => _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "TagResources", Times = int.MaxValue });

    private string ReportedFailure()
    {
        Assert.Empty(_world.Warnings);
        _writer.ReportFailures();
        return Assert.Single(_world.Warnings);
    }
}
