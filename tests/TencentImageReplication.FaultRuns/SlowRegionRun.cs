using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>Measures in virtual time how much a region that stalls, fails or is throttled holds up the others, with and without the fault.</summary>
internal sealed class SlowRegionRun
{
    private const string Good = "ap-shanghai";
    private const string Bad = "ap-beijing";

    // A destination is waited for as long as one retry takes.
    private static readonly TimeSpan MostHeldUp = TimeSpan.FromSeconds(3);

    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly SimulatedCloud _cloud;
    private readonly CvmClient _client;

    private SlowRegionRun()
    {
        _cloud = SimulatedWorld.Create(new SimulatedCloudOptions { Latency = TimeSpan.FromMilliseconds(200) }, _clock);
        // The pauses between retries are also the same in every run.
        var jitter = new Dice(1);
        _client = new CvmClient(new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a run"),
            TimeProvider = _clock,
            Handler = new SimulatedCloudHandler(_cloud),
            Jitter = jitter.Fraction,
        }));
    }

    /// <summary>Measures all situations, writes a table and returns the violations.</summary>
    public static async Task<IReadOnlyList<string>> PlayAsync(TextWriter output)
    {
        var violations = new List<string>();
        await output.WriteLineAsync("| situation | measured | without the fault | with it |");
        await output.WriteLineAsync("|---|---|---|---|");
        foreach (var count in new[] { 2, 4 })
        {
            await CompareAsync($"one of two destinations stalls, {count} images", "first row of the other", run => run.CopyAsync(count, times => times.Min()), Stalled(Bad, null));
        }

        await CompareAsync(
            "one of two destinations answers 502, 100 images",
            "last row of the other",
            run => run.CopyAsync(100, times => times.Max()),
            new FaultRule(new Fault(FaultKind.ProxyPage) { StatusCode = 502 }) { Region = Bad, Times = int.MaxValue });
        await CompareAsync("ten launches stall in one region", "an instance in another", run => run.LaunchAsync(), Stalled(Bad, "RunInstances"));
        await CompareAsync("one of two listed regions stalls", "last image of the other", run => run.ListAsync(), Stalled(Bad, null));
        await CountAsync("a region is dead for 40 requests, the other resets each first connection", "failed requests of 10 in the other", run => run.UseBudgetAsync());
        await CountAsync("the account is throttled for 40 s, 20 images", "failed rows", run => run.ThrottleAsync());
        return violations;

        async Task CompareAsync(string situation, string measured, Func<SlowRegionRun, Task<TimeSpan?>> play, FaultRule fault)
        {
            var without = await RunAsync(play, null);
            var with = await RunAsync(play, fault);
            await output.WriteLineAsync($"| {situation} | {measured} | {Text(without)} | {Text(with)} |");
            if (with is null || with > without + MostHeldUp)
                violations.Add($"{situation}: {measured} after {Text(with)}, without the fault after {Text(without)}");
        }

        async Task CountAsync(string situation, string measured, Func<SlowRegionRun, Task<int>> play)
        {
            var failed = await RunAsync(play, null);
            await output.WriteLineAsync($"| {situation} | {measured} | 0 | {failed} |");
            if (failed > 0)
                violations.Add($"{situation}: {failed} {measured}");
        }
    }

    private static FaultRule Stalled(string region, string? action) => new(FaultKind.StalledAnswer) { Region = region, Action = action, Times = int.MaxValue };

    private static async Task<T> RunAsync<T>(Func<SlowRegionRun, Task<T>> play, FaultRule? fault)
    {
        var run = new SlowRegionRun();
        if (fault is not null)
            run._cloud.Faults.Add(fault);
        return await run._clock.RunAsync(() => play(run));
    }

    private async Task<TimeSpan?> CopyAsync(int count, Func<IEnumerable<TimeSpan>, TimeSpan> measure)
    {
        var times = new List<TimeSpan>();
        await CopyAsync([Bad, Good], count, copy =>
        {
            if (copy is { Region: Good, Status: ImageCopyStatus.Requested })
                times.Add(_clock.Elapsed);
        });
        return times.Count == count ? measure(times) : null;
    }

    private async Task CopyAsync(string[] destinations, int count, Action<ImageCopy> emit)
    {
        var images = Enumerable.Range(0, count).Select(index => Image($"app-{index}", SimulatedWorld.Region)).ToList();
        var options = new ImageCopyOptions { Kind = CopyKind.Custom, ConfirmAsync = _ => Task.FromResult(true) };
        var copier = new ImageCopier(_client, options, _clock, NullLogger.Instance);
        var requests = images.Select(image => new ImageCopyRequest(image, SimulatedWorld.Region, destinations, null));
        await copier.RunAsync(All(requests), emit, CancellationToken.None);
    }

    private async Task<TimeSpan?> LaunchAsync()
    {
        TimeSpan? at = null;
        var settings = new LaunchSettings { InstanceType = "S5.MEDIUM4" };
        var bad = Image("bad", Bad);
        var requests = Enumerable.Range(0, 10).Select(index => new LaunchRequest(bad, Bad, null, settings with { InstanceName = $"vm-{index}" }))
            .Append(new LaunchRequest(Image("good", Good), Good, null, settings));
        var batch = new LaunchBatch(new LaunchOptions(), new InstanceLauncher(_client, _clock, NullLogger.Instance), NullLogger.Instance);
        await batch.RunAsync(All(requests), result => at = result.Region == Good ? _clock.Elapsed : at, (_, _) => { }, CancellationToken.None);
        return at;
    }

    private async Task<TimeSpan?> ListAsync()
    {
        for (var index = 0; index < 50; index++)
            Image($"listed-{index}", Good);
        TimeSpan? at = null;
        await RegionFanOut.RunAsync(
            [Bad, Good],
            (string region, CancellationToken token) => _client.ListImagesAsync(region, filters: null, token),
            (string region, Core.Api.Cvm.Models.Image _) =>
            {
                at = region == Good ? _clock.Elapsed : at;
                return true;
            },
            (_, _) => { },
            CancellationToken.None);
        return at;
    }

    private async Task<int> UseBudgetAsync()
    {
        _cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Region = Bad, Times = int.MaxValue });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => IsListedAsync(Bad)));
        _cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Region = Good, Times = 10 });
        var listed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => IsListedAsync(Good)));
        return listed.Count(isListed => !isListed);
    }

    private async Task<bool> IsListedAsync(string region)
    {
        try
        {
            await _client.DescribeImagesAsync(region, new DescribeImagesRequest(), CancellationToken.None);
            return true;
        }
        catch (TencentCloudException)
        {
            return false;
        }
    }

    private async Task<int> ThrottleAsync()
    {
        _cloud.Faults.Add(new FaultRule(FaultKind.Throttled) { Times = int.MaxValue });
        var failed = 0;
        var copying = CopyAsync([Good], 20, copy => failed += copy.Status == ImageCopyStatus.Failed ? 1 : 0);
        await Task.Delay(TimeSpan.FromSeconds(40), _clock);
        _cloud.Faults.Clear();
        await copying;
        return failed;
    }

    private string Image(string name, string region) => _cloud.AddImage(new SimulatedImage
    {
        ImageName = name,
        Region = region,
        AccountId = SimulatedWorld.Owner.AccountId,
    }).ImageId;

    private static string Text(TimeSpan? time) => time is null ? "never" : string.Create(CultureInfo.InvariantCulture, $"{time.Value.TotalSeconds:0.0} s");

    private static ChannelReader<T> All<T>(IEnumerable<T> items)
    {
        var channel = Channel.CreateUnbounded<T>();
        foreach (var item in items)
            channel.Writer.TryWrite(item);
        channel.Writer.Complete();
        return channel.Reader;
    }
}
