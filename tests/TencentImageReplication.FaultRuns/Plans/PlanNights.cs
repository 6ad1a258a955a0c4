using System.Globalization;
using TencentImageReplication.Core.Accounts;
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

    private readonly PlanSchedule _schedule;
    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly CancellationTokenSource _end = new();
    private readonly SimulatedCloud _cloud;
    private readonly PlanNetwork _network;
    private readonly Trace _trace;
    private readonly PlanInvariants _invariants;
    private int _changes;

    private PlanNights(PlanSchedule schedule, TextWriter? writer)
    {
        _schedule = schedule;
        _trace = new Trace(_clock, writer);
        _cloud = new SimulatedCloud(schedule.Cloud, _clock);
        _network = new PlanNetwork(_cloud, new NetworkConditions(schedule.Seed, schedule.Latency, schedule.Outages), _clock, _end.Token);
        _invariants = new PlanInvariants(schedule, _cloud);
    }

    /// <summary>The role of the second account.</summary>
    public static SimulatedRole ProdRole { get; } = new()
    {
        AccountId = SimulatedWorld.Partner.AccountId,
        Name = "images",
        TrustedAccounts = [SimulatedWorld.Owner.AccountId],
    };

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
            run._invariants.Violations.Add(exception is StuckException ? exception.Message : exception.ToString());
        }

        var copies = run._cloud.Calls.Count(call => call.Action == "SyncImages" && call.Acted);
        return new PlanResult(seed, run._invariants.Violations, run._trace.Digest, run._cloud.Calls.Count, copies, run._invariants.Deleted);
    }

    public void Dispose()
    {
        _network.Dispose();
        _end.Dispose();
    }

    private async Task PlayAsync()
    {
        foreach (var line in _schedule.Lines())
            _trace.Add(line);
        Furnish();
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
        // In the first, a copy that was requested before can still fail.
        await RunAsync(kill: null);
        await Task.Delay(Night, _clock);
        await RunAsync(kill: null);
        _changes = 0;
        await RunAsync(kill: null);
        if (_changes > 0)
            _invariants.Violations.Add($"a run in which there was nothing to do sent {_changes} requests that change something");
        _invariants.CheckDoubles();
        _invariants.CheckShares();
        _invariants.CheckConverged(await CompareAsync());
    }

    private void Furnish()
    {
        _cloud.AddAccount(SimulatedWorld.Owner);
        _cloud.AddAccount(SimulatedWorld.Partner);
        foreach (var id in new[] { PlanScheduleDraw.Colleague, PlanScheduleDraw.Stranger })
            _cloud.AddAccount(SimulatedWorld.Partner with { AccountId = id, Name = id, SecretId = $"AKIDEXAMPLE{id}" });
        _cloud.PutRole(ProdRole);
        foreach (var image in _schedule.Images)
            _cloud.AddImage(image);
        var sample = SimulatedWorld.Create(new SimulatedCloudOptions(), _clock).Instances()[0];
        for (var index = 0; index < _schedule.UsedImages.Count; index++)
        {
            var image = _cloud.FindImage(_schedule.UsedImages[index])!;
            _cloud.AddInstance(sample with
            {
                InstanceId = $"ins-uses000{index}",
                AccountId = image.AccountId,
                ImageId = image.ImageId,
                Region = image.Region,
                Zone = $"{image.Region}-2",
            });
        }
    }

    private void Change(int night)
    {
        if (_schedule.NewSources[night] is { } created)
            _cloud.AddImage(created);
        if (_schedule.DeletedSources[night] is { } deleted)
            _cloud.RemoveImage(deleted);
        _invariants.Remember();
    }

    private async Task RunAsync(Kill? kill)
    {
        using var stopping = kill?.After is { } after ? new CancellationTokenSource(after, _clock) : new CancellationTokenSource();
        var changes = 0;
        _network.OnChange = (action, body, acted) =>
        {
            _trace.Add($"{action} {(acted ? "sent" : "arrives")} {body}");
            if (action == "DeleteImages" && !acted)
                _invariants.CheckDeletion(body, _clock.GetUtcNow());
            _invariants.Remember();
            changes += acted ? 0 : 1;
            _changes += acted ? 0 : 1;
            if (changes == kill?.AtChange && acted == kill.OnceActed)
                stopping.Cancel();
        };

        var options = new PlanSyncOptions
        {
            Prune = true,
            MaxRemovals = 1000,
            PollInterval = TimeSpan.FromMinutes(8),
            Timeout = _network.IsMended ? TimeSpan.FromHours(3) : _schedule.Timeout,
            ConfirmAsync = _ => Task.FromResult(true),
            Emit = row => _trace.Add($"row {row.Version} {row.Account} {row.Region} {row.State} {row.Action} {row.Status} {row.ImageId} {row.Error?.GetType().Name} {row.Reason}"),
            Fail = error => _trace.Add($"error {error.Message}"),
        };
        try
        {
            var connections = Connections();
            var syncer = await PlanSyncer.ConnectAsync(_schedule.Plan, connections, new CopiesUnderWay(), options, _clock, new TraceLogger(_trace), stopping.Token);
            await syncer.RunAsync(_schedule.Plan, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _trace.Add("killed");
        }
    }

    private async Task<IReadOnlyList<PlanRow>> CompareAsync()
    {
        var comparer = await PlanComparer.ConnectAsync(_schedule.Plan, Connections(), _clock, new TraceLogger(_trace), CancellationToken.None);
        return await comparer.CompareAsync(_schedule.Plan, CancellationToken.None);
    }

    private PlanConnections Connections()
    {
        var owner = SimulatedWorld.Owner;
        var jitter = new Dice(_schedule.Seed ^ 0x717);
        var own = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(owner.SecretId, owner.SecretKey), "a fault run"),
            TimeProvider = _clock,
            Handler = _network,
            Logger = new TraceLogger(_trace),
            Jitter = jitter.Fraction,
        });
        var scope = new CommandScope((_, text) => _trace.Note(text), verbose: false, debug: false, CultureInfo.InvariantCulture);
        var connector = new AccountConnector(CredentialLocations.OfThisMachine, new ConnectionCaches(_clock), scope);
        return new PlanConnections(_schedule.Plan, own, connector);
    }
}

/// <summary>The result of a schedule of a plan.</summary>
internal sealed record PlanResult(int Seed, IReadOnlyList<string> Violations, ulong Digest, int Calls, int CopyCalls, int Deleted);
