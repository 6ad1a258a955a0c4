using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Plans.Syncing;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>Plays one schedule: a run of the plan each night with faults and kills, then runs without faults, which must converge.</summary>
internal sealed class PlanNights : IDisposable
{
    /// <summary>The name of the second account in the plan.</summary>
    public const string Prod = "prod";

    private static readonly TimeSpan Night = TimeSpan.FromHours(24);

    // A test takes a quarter of an hour at most, and its timer the same again.
    private static readonly TimeSpan TestTimers = TimeSpan.FromMinutes(45);

    private static readonly string[] Tests = ["RunInstances", "RunCommand", "TerminateInstances"];

    private static readonly string[] Publications =
        [.. Tests, "CreateLaunchTemplateVersion", "ModifyLaunchTemplateDefaultVersion", "ModifyLaunchConfigurationAttributes", "StartInstanceRefresh"];

    private readonly PlanSchedule _schedule;
    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly CancellationTokenSource _end = new();
    private readonly SimulatedCloud _cloud;
    private readonly PlanNetwork _network;
    private readonly Trace _trace;
    private readonly PlanWatch _watch;
    private readonly List<PlanProcess> _processes = [];
    private int _changes;
    private int _tests;

    private PlanNights(PlanSchedule schedule, TextWriter? writer)
    {
        _schedule = schedule;
        _trace = new Trace(_clock, writer);
        _cloud = new SimulatedCloud(schedule.Cloud, _clock);
        _network = new PlanNetwork(_cloud, new NetworkConditions(schedule.Seed, schedule.Latency, schedule.Outages), _clock, _end.Token);
        _watch = new PlanWatch(schedule, _cloud, _clock);
    }

    /// <summary>Plays the schedule of a seed.</summary>
    public static async Task<PlanResult> PlayAsync(int seed, TextWriter? writer = null)
    {
        using var run = new PlanNights(PlanScheduleDraw.Of(seed), writer);
        try
        {
            await run._clock.RunAsync(run.PlayAsync);
            run._end.Cancel();
            run._clock.Settle();
        }
        catch (Exception exception)
        {
            run._watch.Violations.Add(exception is StuckException ? exception.Message : exception.ToString());
        }

        var acted = run._cloud.Calls.Where(call => call.Acted).ToLookup(call => call.Action);
        return new PlanResult(
            seed,
            run._watch.Violations,
            run._trace.Digest,
            run._cloud.Calls.Count,
            acted["SyncImages"].Count(),
            run._watch.Images.Deleted,
            acted["ModifyLaunchTemplateDefaultVersion"].Count() + acted["ModifyLaunchConfigurationAttributes"].Count(),
            acted["StartInstanceRefresh"].Count(),
            run._watch.Machines.Created.Count);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
            process.Dispose();
        _network.Dispose();
        _end.Dispose();
    }

    private async Task PlayAsync()
    {
        foreach (var line in _schedule.Lines())
            _trace.Add(line);
        PlanWorld.Furnish(_cloud, _schedule, _clock);
        _cloud.Faults = _schedule.Faults;
        for (var night = 0; night < PlanScheduleDraw.Nights; night++)
        {
            Change(night);
            await RunAsync(_schedule.Kills.FirstOrDefault(kill => kill.Night == night));
            await Task.Delay(Night, _clock);
        }

        _trace.Add("mended");
        _cloud.Faults = new FaultPlan();
        _network.IsMended = true;
        // In the first, a copy that was requested before can still fail. After a publication, the next run deletes what it replaced.
        for (var run = 0; run < (_schedule.Publishes ? 3 : 1); run++)
        {
            await RunAsync(kill: null);
            await ResumeRefreshesAsync();
            await Task.Delay(Night, _clock);
        }

        await RunAsync(kill: null);
        await CheckEndAsync();
    }

    private async Task CheckEndAsync()
    {
        (_changes, _tests) = (0, 0);
        await RunAsync(kill: null);
        var rows = await CompareAsync();
        if (_tests > 0 && !rows.Any(_watch.Publications.FailsForGood))
            _watch.Violations.Add($"a run in which there was nothing to do sent {_tests} requests of tests");
        if (_changes > 0)
            _watch.Violations.Add($"a run in which there was nothing to do sent {_changes} requests that change something");
        _watch.Images.CheckDoubles();
        _watch.Images.CheckShares();
        _watch.Images.CheckConverged(rows, row => _watch.Publications.MayStayOutdated(row, rows));
        if (!_schedule.Publishes)
            return;
        await CheckRefreshesAsync();
        // Only their timers delete the instances that a killed run has left.
        await Task.Delay(TestTimers, _clock);
        _watch.Machines.CheckNoneLeft();
    }

    private async Task CheckRefreshesAsync()
    {
        foreach (var group in _cloud.ScalingGroups())
            _watch.Publications.CheckRefreshes(group.AutoScalingGroupId, await RefreshesOfAsync(group));
    }

    // A plan only reports a refresh that is paused because instances failed. An administrator resumes it, without the instances that failed
    // if somebody has deleted the image meanwhile.
    private async Task ResumeRefreshesAsync()
    {
        foreach (var group in _cloud.ScalingGroups())
        {
            var image = _cloud.LaunchConfigurations().Single(configuration => configuration.LaunchConfigurationId == group.LaunchConfigurationId).ImageId;
            var mode = _cloud.FindImage(image) is null ? "CONTINUE" : "RETRY";
            foreach (var refresh in (await RefreshesOfAsync(group)).Where(refresh => refresh.Status == "FAILED_PAUSE"))
            {
                _trace.Add($"resumed {refresh.RefreshActivityId}");
                await ScalingOf(group).ResumeRefreshAsync(
                    group.Region,
                    new() { AutoScalingGroupId = group.AutoScalingGroupId, RefreshActivityId = refresh.RefreshActivityId, ResumeMode = mode },
                    CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<RefreshActivity>> RefreshesOfAsync(SimulatedScalingGroup group)
    {
        var activities = new List<RefreshActivity>();
        await foreach (var activity in ScalingOf(group).ListActivitiesAsync(group.Region, group.AutoScalingGroupId, CancellationToken.None))
            activities.Add(activity);
        return activities;
    }

    private AutoScalingClient ScalingOf(SimulatedScalingGroup group) =>
        new(Connect(group.AccountId == SimulatedWorld.Owner.AccountId ? SimulatedWorld.Owner : SimulatedWorld.Partner, _network));

    private void Change(int night)
    {
        if (_schedule.NewSources[night] is { } created)
            _cloud.AddImage(created);
        if (_schedule.DeletedSources[night] is { } deleted)
            _cloud.RemoveImage(deleted);
    }

    private async Task RunAsync(Kill? kill)
    {
        using var stopping = new CancellationTokenSource();
        var process = new PlanProcess(_network, _end.Token);
        _processes.Add(process);
        var gone = new TaskCompletionSource();
        var changes = 0;
        _watch.BeginRun();
        _network.OnChange = (action, body, acted) =>
        {
            _trace.Add($"{action} {(acted ? "sent" : "arrives")} {TextOf(action, body)}");
            _watch.See(action, body, acted);
            var counts = kill?.InPublishing != true || Publications.Contains(action);
            changes += acted || !counts ? 0 : 1;
            _changes += acted || Tests.Contains(action) ? 0 : 1;
            _tests += !acted && Tests.Contains(action) ? 1 : 0;
            if (counts && changes == kill?.AtChange && acted == kill.OnceActed)
                End();
        };
        using var timer = kill?.After is { } after ? _clock.CreateTimer(_ => End(), null, after, Timeout.InfiniteTimeSpan) : null;
        var work = SyncAsync(process, stopping);
        await Task.WhenAny(work, gone.Task);
        if (!process.IsGone)
            await work;

        void End()
        {
            if (kill!.EndsProcess)
            {
                _trace.Add("gone");
                process.IsGone = true;
                gone.TrySetResult();
            }
            else
            {
                stopping.Cancel();
            }
        }
    }

    private async Task SyncAsync(PlanProcess process, CancellationTokenSource stopping)
    {
        var token = stopping.Token;
        var options = new PlanSyncOptions
        {
            Prune = true,
            MaxRemovals = 1000,
            PollInterval = TimeSpan.FromMinutes(8),
            Timeout = _network.IsMended ? TimeSpan.FromHours(3) : _schedule.Timeout,
            ConfirmAsync = _ => Task.FromResult(true),
            Emit = row => Tell($"row {row.Version} {row.Account} {row.Region} {row.State} {row.Action} {row.Status} {row.ImageId} {row.Error?.GetType().Name}", row.Reason),
            Fail = error => _trace.Add($"error {error.Message}"),
            Publishing = _schedule.Publishes ? Publishing() : null,
        };
        try
        {
            var syncer = await PlanSyncer.ConnectAsync(_schedule.Plan, Connections(process), new CopiesUnderWay(), options, _clock, new TraceLogger(_trace), token);
            await syncer.RunAsync(_schedule.Plan, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            _trace.Add("killed");
        }
    }

    private PlanPublishingOptions Publishing() => new()
    {
        ConfirmAsync = _ => Task.FromResult(true),
        ConfirmTestAsync = _ => Task.FromResult(true),
        Emit = (_, row) => Tell(
            $"target {row.AccountId} {row.Region} {row.Kind} {row.TargetName} {row.ImageId} {row.Status} {row.Version} {row.RefreshActivityId}",
            row.Error?.Message ?? row.Reason),
        EmitTest = (_, test) => _trace.Add($"test {test.Request.Region} {test.Request.ImageId} {test.Status} {test.InstanceId} {test.ErrorCode}"),
    };

    // A reason can name the client token of a test instance, which is different each time.
    private void Tell(string line, string? reason)
    {
        _trace.Add(line);
        if (reason is not null)
            _trace.Note(reason);
    }

    // The name of a test instance is different each time.
    private static string TextOf(string action, JsonElement body) => action switch
    {
        "RunInstances" => $"{body.GetProperty("ImageId")}",
        "RunCommand" => $"{body.GetProperty("InstanceIds")}",
        _ => $"{body}",
    };

    private async Task<IReadOnlyList<PlanRow>> CompareAsync()
    {
        var comparer = await PlanComparer.ConnectAsync(_schedule.Plan, Connections(_network), _clock, new TraceLogger(_trace), CancellationToken.None);
        return await comparer.CompareAsync(_schedule.Plan, CancellationToken.None);
    }

    private PlanConnections Connections(HttpMessageHandler handler)
    {
        var scope = new CommandScope((_, text) => _trace.Note(text), verbose: false, debug: false, CultureInfo.InvariantCulture);
        var connector = new AccountConnector(CredentialLocations.OfThisMachine, new ConnectionCaches(_clock), scope);
        return new PlanConnections(_schedule.Plan, Connect(SimulatedWorld.Owner, handler), connector);
    }

    private TencentCloudConnection Connect(SimulatedAccount account, HttpMessageHandler handler) => new(new TencentCloudConnectionOptions
    {
        Credentials = new StaticCredentialSource(new TencentCredential(account.SecretId, account.SecretKey), "a fault run"),
        TimeProvider = _clock,
        Handler = handler,
        Logger = new TraceLogger(_trace),
        Jitter = new Dice(_schedule.Seed ^ 0x717).Fraction,
    });
}

/// <summary>The result of a schedule of a plan.</summary>
internal sealed record PlanResult(
    int Seed, IReadOnlyList<string> Violations, ulong Digest, int Calls, int CopyCalls, int Deleted, int Published, int Refreshes, int Tests);
