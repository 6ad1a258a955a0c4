using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>Plays one schedule: two commands test the same images with faults and kills, then time passes or the cleaner runs.</summary>
internal sealed class BootTestRun : IDisposable
{
    private const int Processes = 2;

    private readonly BootTestSchedule _schedule;
    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly CancellationTokenSource _end = new();
    private readonly SimulatedCloud _cloud;
    private readonly Trace _trace;
    private readonly BootTestInvariants _invariants;
    private readonly List<IDisposable> _networks = [];
    private int _results;

    private BootTestRun(BootTestSchedule schedule, TextWriter? writer)
    {
        _schedule = schedule;
        _trace = new Trace(_clock, writer);
        var options = new SimulatedCloudOptions();
        foreach (var (image, course) in schedule.Images)
            options.LaunchesOf[image.ImageId] = course;
        _cloud = SimulatedWorld.Create(options, _clock);
        _invariants = new BootTestInvariants(schedule, _cloud);
    }

    /// <summary>Plays the schedule of a seed.</summary>
    public static async Task<BootTestRunResult> PlayAsync(int seed, TextWriter? writer = null)
    {
        using var run = new BootTestRun(BootTestScheduleDraw.Of(seed), writer);
        try
        {
            await run._clock.RunAsync(run.PlayAsync);
            run._end.Cancel();
            run._clock.Settle();
        }
        catch (Exception exception)
        {
            run._invariants.Violations.Add(exception is StuckException ? exception.Message : exception.ToString());
        }

        return new BootTestRunResult(seed, run._invariants.Violations, run._trace.Digest, run._cloud.Calls.Count, run._invariants.Machines.Created.Count, run._results);
    }

    public void Dispose()
    {
        foreach (var network in _networks)
            network.Dispose();
        _end.Dispose();
    }

    private async Task PlayAsync()
    {
        foreach (var line in _schedule.Lines())
            _trace.Add(line);
        foreach (var (image, _) in _schedule.Images)
            _cloud.AddImage(image);
        // Like a test instance, but it is none.
        _cloud.UpdateInstance(SimulatedWorld.WebInstanceId, instance => instance with { Tags = [new SimulatedTag("ImageReplicationTest", "false")] });
        var others = _cloud.Instances().Select(instance => instance.InstanceId).ToList();

        _cloud.Faults = _schedule.Faults;
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(RunAsync));
        _cloud.Faults = new FaultPlan();
        await FinishAsync();

        _invariants.Machines.CheckNoneLeft();
        foreach (var gone in others.Except(_cloud.Instances().Where(instance => instance.State == "RUNNING").Select(instance => instance.InstanceId)))
            _invariants.Violations.Add($"{gone}, which is no test instance, is not running any more");
        await CheckScriptsAsync();
    }

    private async Task RunAsync(int process)
    {
        var kill = _schedule.Kills[process];
        var network = new BootTestNetwork(_cloud, _schedule, process, _clock, _end.Token);
        _networks.Add(network);
        using var stopping = new CancellationTokenSource();
        var ended = new TaskCompletionSource();
        var changes = 0;
        network.OnChange = (action, body, acted) =>
        {
            _trace.Add($"{process} {action} {(acted ? "sent" : "arrives")}");
            if (action == "RunInstances" && !acted)
                _invariants.Machines.Note(process, body);
            if (action == "TerminateInstances" && !acted)
                _invariants.Machines.CheckDeletion(process, body, _clock.GetUtcNow());
            _invariants.Machines.Remember();
            changes += acted ? 0 : 1;
            if (changes == kill?.AtChange && acted == kill.OnceActed)
                End();
        };
        using var timer = kill?.After is { } after ? _clock.CreateTimer(_ => End(), null, after, Timeout.InfiniteTimeSpan) : null;

        var work = WorkAsync();
        await ended.Task;
        _trace.Add($"{process} {(network.IsGone ? "killed" : "ended")}");
        if (!network.IsGone)
            await work;

        void End()
        {
            if (kill!.IsStop)
            {
                stopping.Cancel();
                return;
            }

            network.IsGone = true;
            ended.TrySetResult();
        }

        async Task WorkAsync()
        {
            try
            {
                await TestAsync(network, stopping.Token);
            }
            catch (OperationCanceledException)
            {
                _trace.Add($"{process} stopped");
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }

    private async Task TestAsync(BootTestNetwork network, CancellationToken cancellationToken)
    {
        var connection = Connect(network);
        var options = new BootTestOptions
        {
            Settings = new BootTestSettings
            {
                InstanceType = "S5.MEDIUM4",
                Script = "check",
                ExpectedOutput = BootTestInvariants.Expected,
                Timeout = _schedule.Timeout,
            },
            KeepFailed = _schedule.KeepFailed,
            MaxConcurrency = _schedule.Concurrency,
            ConfirmAsync = _ => Task.FromResult(true),
        };
        var batch = new BootTestBatch(new CvmClient(connection), new TatClient(connection), new CallerAccount(connection), options, _clock, new TraceLogger(_trace));
        var images = System.Threading.Channels.Channel.CreateUnbounded<BootTestRequest>();
        foreach (var (image, _) in _schedule.Images)
            images.Writer.TryWrite(new BootTestRequest(image.ImageId, image.Region));
        images.Writer.Complete();
        await batch.RunAsync(images.Reader, Take, cancellationToken);
        if (_schedule.IsCalm && !_schedule.KeepFailed && _invariants.Machines.Left.Any(left => left.State != "PENDING") && _results == Processes * _schedule.Images.Count)
            _invariants.Violations.Add("an instance is left, although nothing failed");
    }

    private void Take(BootTestResult result)
    {
        _results++;
        _trace.Add($"{result.Request.ImageId} {result.Status} {result.InstanceId} {result.ScriptStatus} {result.ErrorCode}");
        _invariants.CheckResult(result);
    }

    // The cleaner of a night, or nothing but the timers.
    private async Task FinishAsync()
    {
        await Task.Delay(_schedule.IsCleaned ? TimeSpan.FromHours(2) : _schedule.Timeout + TimeSpan.FromMinutes(30), _clock);
        if (!_schedule.IsCleaned)
            return;
        var network = new BootTestNetwork(_cloud, _schedule, Processes, _clock, _end.Token);
        _networks.Add(network);
        var age = TimeSpan.FromHours(2);
        network.OnChange = (action, body, acted) =>
        {
            if (action == "TerminateInstances" && !acted)
                _invariants.Machines.CheckDeletion(null, body, _clock.GetUtcNow() - age);
        };
        var options = new InstanceRemovalOptions { ConfirmAsync = _ => Task.FromResult(true) };
        var cleaner = new TestInstanceCleaner(new CvmClient(Connect(network)), options, _clock, new TraceLogger(_trace));
        string[] regions = [.. _schedule.Images.Select(known => known.Image.Region).Distinct()];
        await cleaner.RunAsync(regions, age, NotCleared, CancellationToken.None);
        await Task.Delay(TimeSpan.FromMinutes(15), _clock);
    }

    // The service deletes an instance that stays PENDING only by its timer.
    private void NotCleared(string region, InstanceRef? instance, Exception failure)
    {
        if (failure is not TencentCloudException { Code: "UnsupportedOperation.InstanceStatePending" })
            _invariants.Violations.Add($"{region} {instance} was not cleared: {failure.Message}");
    }

    // The service has no client token for a script.
    private async Task CheckScriptsAsync()
    {
        var network = new BootTestNetwork(_cloud, _schedule, Processes + 1, _clock, _end.Token);
        _networks.Add(network);
        var automation = new TatClient(Connect(network));
        foreach (var (region, instanceId) in _invariants.Machines.Created)
        {
            var runs = await automation.ListTasksAsync(region, instanceId, CancellationToken.None);
            if (runs.Count > 1)
                _invariants.Violations.Add($"the script ran {runs.Count} times on {instanceId}");
        }
    }

    private TencentCloudConnection Connect(BootTestNetwork network) => new(new TencentCloudConnectionOptions
    {
        Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a fault run"),
        TimeProvider = _clock,
        Handler = network,
        Logger = new TraceLogger(_trace),
        Jitter = new Dice(_schedule.Seed ^ 0x717).Fraction,
    });
}

/// <summary>The result of a schedule of tests.</summary>
internal sealed record BootTestRunResult(int Seed, IReadOnlyList<string> Violations, ulong Digest, int Calls, int Instances, int Results);
