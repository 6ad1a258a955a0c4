using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// Copies 500 images to 20 regions at the documented rates and without faults, and compares copying and waiting with the
/// theoretical optimum.
/// </summary>
internal sealed class ScaleRun
{
    private const int Images = 500;
    private const int CallsPerSecond = 10;
    private const int ImagesPerCall = 100;

    private static readonly string[] Destinations =
    [
        "ap-shanghai", "ap-nanjing", "ap-beijing", "ap-chengdu", "ap-chongqing", "ap-shenzhen", "ap-qingyuan", "ap-tianjin", "ap-guiyang",
        "ap-guangzhou-open", "ap-jinan-ec", "ap-hangzhou-ec", "ap-fuzhou-ec", "ap-hefei-ec", "ap-shijiazhuang-ec", "ap-wuhan-ec",
        "ap-changsha-ec", "ap-zhengzhou-ec", "ap-xian-ec", "ap-shenyang-ec",
    ];

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly SimulatedCloud _cloud;
    private readonly CvmClient _client;
    private readonly ImageTagger _tagger;
    private readonly CarryOver _carryOver;

    private ScaleRun()
    {
        // The copies to each region take a minute longer than those to the previous one.
        var options = new SimulatedCloudOptions { CallLogCapacity = int.MaxValue };
        for (var index = 0; index < Destinations.Length; index++)
            options.CopiesTo[Destinations[index]] = new CopyLifeCycle { Duration = TimeSpan.FromMinutes(10 + index) };
        _cloud = SimulatedWorld.Create(options, _clock);
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a run"),
            TimeProvider = _clock,
            Handler = new SimulatedCloudHandler(_cloud),
        });
        _client = new CvmClient(connection);
        _tagger = new ImageTagger(connection);
        _carryOver = new CarryOver(_client, _tagger, NullLogger.Instance);
    }

    /// <summary>Plays it, writes the figures and returns the violations.</summary>
    public static async Task<IReadOnlyList<string>> PlayAsync(TextWriter output)
    {
        var run = new ScaleRun();
        var violations = new List<string>();
        await run._clock.RunAsync(() => run.PlayAsync(output, violations));
        return violations;
    }

    private async Task PlayAsync(TextWriter output, List<string> violations)
    {
        var images = Enumerable.Range(0, Images).Select(index => _cloud.AddImage(new SimulatedImage
        {
            ImageName = $"app-{index}",
            Region = SimulatedWorld.Region,
            AccountId = SimulatedWorld.Owner.AccountId,
        })).ToList();
        var began = _clock.GetUtcNow();

        var rows = await CopyAsync(images);

        var asked = _cloud.Calls.Where(call => call.Action == "SyncImages").ToList();
        var least = TimeSpan.FromSeconds((Images / CallsPerSecond) - 1);
        var took = asked.Max(call => call.Time) - began;
        var callsToCopy = _cloud.Calls.Count;
        var tagCalls = _cloud.Calls.Where(call => call.Action is "TagResources" or "GetCallerIdentity").ToList();
        var ended = _clock.GetUtcNow() - began;
        Hold(rows.Count(row => row.Status == ImageCopyStatus.Requested) == Images * Destinations.Length, "every copy is requested");
        Hold(asked.Count == Images, "one SyncImages for each image");
        Hold(took <= least * 1.05, "the last SyncImages leaves within 1.05 of the least time");
        Hold(tagCalls.Count == (Images * Destinations.Length / TagResources.MaxPerCall) + 1, "ten copies are marked with one request");
        Hold(ended - took <= TimeSpan.FromSeconds(5), "the marks are set within five seconds of the last SyncImages");
        Hold(_cloud.Images().Count(image => image.CopiedFrom is not null && SourceMark.TryParse(image.Tags.Single().Value) is not null) == rows.Count, "every copy is marked");

        var seen = await WaitAsync(rows);

        var watched = _clock.GetUtcNow() - began;
        var calls = _cloud.Calls.Count - callsToCopy;
        var rounds = Math.Ceiling(watched / PollInterval) + 1;
        var late = seen.Max(result => result.EndedAt - result.Image!.CreatedTime!.Value - _cloud.Options.CopiesTo[result.Target.Region].Duration!.Value);
        Hold(seen.Count == rows.Count && seen.All(result => result.Outcome == WaitOutcome.Ready), "every copy becomes ready");
        Hold(!_cloud.Calls.Skip(callsToCopy).Any(call => call.Action == "TagResources"), "no copy is marked again");
        Hold(calls <= rounds * Destinations.Length * (Images / ImagesPerCall), "one call for 100 copies and region and round");
        // The rate limit determines the duration of a round: 40 list requests per second for all regions together.
        var round = TimeSpan.FromSeconds(Destinations.Length * (Images / ImagesPerCall) / 40.0);
        Hold(late <= PollInterval + round, "each is noticed within one poll interval and the duration of a round");
        Hold(_cloud.Calls.All(call => call.Outcome == SimulatedCall.Ok), "no call is refused or throttled");

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Images} images to {Destinations.Length} regions: last SyncImages after {took.TotalSeconds:0.0} s, {took / least:0.000} of the least {least.TotalSeconds:0} s, "
            + $"with {callsToCopy - asked.Count - tagCalls.Count} list requests; {tagCalls.Count} tag requests, the last {(ended - took).TotalSeconds:0.0} s later; {rows.Count} copies polled for {watched.TotalMinutes:0} min with {calls} calls, "
            + $"each noticed within {late.TotalSeconds:0.0} s of being ready"));

        void Hold(bool holds, string what)
        {
            if (!holds)
                violations.Add($"This does not hold: {what}.");
        }
    }

    private async Task<IReadOnlyList<ImageCopy>> CopyAsync(IEnumerable<SimulatedImage> images)
    {
        var rows = new ConcurrentQueue<ImageCopy>();
        var options = new ImageCopyOptions { Kind = CopyKind.Custom, ConfirmAsync = _ => Task.FromResult(true) };
        var copier = new ImageCopier(_client, options, _clock, NullLogger.Instance, CreateMarker());
        var requests = images.Select(image => new ImageCopyRequest(image.ImageId, SimulatedWorld.Region, Destinations, null));
        await copier.RunAsync(All(requests), rows.Enqueue, CancellationToken.None);
        return [.. rows];
    }

    private async Task<IReadOnlyList<WaitResult>> WaitAsync(IReadOnlyList<ImageCopy> rows)
    {
        var seen = new ConcurrentQueue<WaitResult>();
        var waiter = new ImageWaiter(_client, _carryOver, new WaitOptions { PollInterval = PollInterval }, _clock, NullLogger.Instance, CreateMarker(), new SecondCopies(_client, _clock, NullLogger.Instance));
        var targets = rows.Select(row => new WaitTarget(row.ImageId!, row.Region, row.RequestedAt, row)
        {
            Mark = new MarkRequest(row.SourceImageId, row.SourceRegion, row.Mark),
        });
        await waiter.RunAsync(All(targets), seen.Enqueue, _ => { }, CancellationToken.None);
        return [.. seen];
    }

    private CopyMarker CreateMarker() => new(_client, _tagger, _clock, NullLogger.Instance);

    private static ChannelReader<T> All<T>(IEnumerable<T> items)
    {
        var channel = Channel.CreateUnbounded<T>();
        foreach (var item in items)
            channel.Writer.TryWrite(item);
        channel.Writer.Complete();
        return channel.Reader;
    }
}
