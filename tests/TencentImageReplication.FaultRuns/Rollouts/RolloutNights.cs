using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Publishing;
using TencentImageReplication.Core.Rollout.Undoing;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.FaultRuns.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Rollouts;

/// <summary>Plays one rollout: runs with faults and kills, then runs without faults, which must converge; and the same for undoing it.</summary>
internal sealed class RolloutNights : IDisposable
{
    // Each group may pause after its first batch, and one fails once.
    private const int MaxResumes = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly RolloutSchedule _schedule;
    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly CancellationTokenSource _end = new();
    private readonly SimulatedCloud _cloud;
    private readonly PlanNetwork _network;
    private readonly Trace _trace;
    private readonly RolloutInvariants _invariants;

    // The rows that a user has saved: of each target the last one, except what was lost in a kill.
    private readonly Dictionary<string, Publication> _saved = [];
    private int _changes;

    private RolloutNights(RolloutSchedule schedule, TextWriter? writer)
    {
        _schedule = schedule;
        _trace = new Trace(_clock, writer);
        var cycle = new RefreshLifeCycle { BatchDuration = schedule.BatchDuration };
        var options = new SimulatedCloudOptions { Seed = schedule.Seed, Refreshes = cycle };
        if (schedule.FailingRegion is { } failing)
            options.RefreshesOf[RolloutWorld.Group(failing)] = cycle with { FailingBatches = [2], Failures = 1 };
        _cloud = new SimulatedCloud(options, _clock);
        _network = new PlanNetwork(_cloud, schedule.Network, _clock, _end.Token);
        _invariants = new RolloutInvariants(schedule, _cloud);
    }

    /// <summary>Plays the schedule of a seed.</summary>
    public static async Task<RolloutResult> PlayAsync(int seed, TextWriter? writer = null)
    {
        using var run = new RolloutNights(RolloutScheduleDraw.Of(seed), writer);
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

        return new RolloutResult(
            seed, run._invariants.Violations, run._trace.Digest, run._cloud.Calls.Count,
            run.Acted("CreateLaunchTemplateVersion"), run.Acted("StartInstanceRefresh"), run.Acted("RollbackInstanceRefresh"));
    }

    public void Dispose()
    {
        _network.Dispose();
        _end.Dispose();
    }

    private int Acted(string action) => _cloud.Calls.Count(call => call.Action == action && call.Acted);

    private async Task PlayAsync()
    {
        RolloutWorld.Furnish(_cloud, _schedule);
        await Task.Delay(Pause, _clock);
        _cloud.Faults = _schedule.Faults;
        for (var run = 0; run < RolloutScheduleDraw.Runs; run++)
        {
            await RunAsync(PublishAsync, _schedule.Kills.FirstOrDefault(kill => kill.Night == run));
            await Task.Delay(Pause, _clock);
        }

        Mend();
        await ConvergeAsync(PublishAsync, PublicationStatus.Paused);
        _invariants.CheckPublished(await RunAsync(PublishAsync, kill: null));
        _invariants.CheckDoubles();
        if (_schedule.Undoes && IsComplete())
            await UndoAllAsync();
    }

    private async Task UndoAllAsync()
    {
        _network.IsMended = false;
        _cloud.Faults = _schedule.Faults;
        await RunAsync(UndoAsync, _schedule.Kills is [var first, ..] ? first : null);
        await Task.Delay(Pause, _clock);
        Mend();
        await ConvergeAsync(UndoAsync, PublicationStatus.Paused);
        _invariants.CheckUndone(await RunAsync(UndoAsync, kill: null));
        _invariants.CheckDoubles();
    }

    private void Mend()
    {
        _trace.Add("mended");
        _cloud.Faults = new FaultPlan();
        _network.IsMended = true;
    }

    private async Task ConvergeAsync(Func<Action<Publication>, CancellationToken, Task> work, PublicationStatus unfinished)
    {
        for (var attempt = 0; attempt <= MaxResumes; attempt++)
        {
            var rows = await RunAsync(work, kill: null);
            if (rows.All(row => row.Status != unfinished && row.Status != PublicationStatus.NotStarted && row.Status != PublicationStatus.InProgress))
                break;
        }

        _changes = 0;
        await RunAsync(work, kill: null);
        _invariants.Require(_changes == 0, $"a run in which there was nothing to do sent {_changes} requests that change something");
    }

    // A killed run may have lost what was there before, which the documentation says.
    private bool IsComplete() => _saved.Count == 2 * _schedule.Regions.Count && _saved.Values.All(row => row.PreviousImageId is not null || row.PreviousVersion is not null);

    private async Task<IReadOnlyList<Publication>> RunAsync(Func<Action<Publication>, CancellationToken, Task> work, Kill? kill)
    {
        using var stopping = kill?.After is { } after ? new CancellationTokenSource(after, _clock) : new CancellationTokenSource();
        var rows = new List<Publication>();
        var changes = 0;
        _network.OnChange = (action, body, acted) =>
        {
            _trace.Add($"{action} {(acted ? "sent" : "arrives")} {body}");
            changes += acted ? 0 : 1;
            _changes += acted ? 0 : 1;
            if (changes == kill?.AtChange && acted == kill.OnceActed)
                stopping.Cancel();
        };
        try
        {
            await work(Emit, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _trace.Add("killed");
        }

        return rows;

        void Emit(Publication row)
        {
            _trace.Add($"row {row.TargetId} {row.Status} {row.PreviousVersion} {row.Version} {row.PreviousImageId} {row.RefreshActivityId} {row.Error?.Message} {row.Reason}");
            rows.Add(row);
        }
    }

    private async Task PublishAsync(Action<Publication> emit, CancellationToken cancellationToken)
    {
        var connection = Connect();
        var publisher = new RolloutPublisher(
            new CvmClient(connection), new AutoScalingClient(connection), Options(row => Save(row, emit)), _clock, new TraceLogger(_trace));
        await publisher.RunAsync([.. _schedule.Regions.SelectMany(RequestsIn)], accountId: null, cancellationToken);
    }

    private async Task UndoAsync(Action<Publication> emit, CancellationToken cancellationToken)
    {
        var connection = Connect();
        var undo = new RolloutUndo(new CvmClient(connection), new AutoScalingClient(connection), Options(emit), _clock, new TraceLogger(_trace));
        await undo.RunAsync([.. _saved.Values], cancellationToken);
    }

    private IEnumerable<PublicationRequest> RequestsIn(string region)
    {
        yield return Request(new TargetSelector(PublicationKind.LaunchTemplate, RolloutWorld.Template(region), IsId: true));
        yield return Request(new TargetSelector(PublicationKind.AutoScalingGroup, RolloutWorld.Group(region), IsId: true));

        PublicationRequest Request(TargetSelector target) => new(region, RolloutWorld.NewImage(region), [target])
        {
            Earlier = _saved.TryGetValue(target.Text, out var earlier) ? earlier : null,
        };
    }

    private void Save(Publication row, Action<Publication> emit)
    {
        emit(row);
        // The user keeps the row that says what was before.
        if (!_saved.TryGetValue(row.TargetId, out var earlier) || row.PreviousImageId is not null || earlier.PreviousImageId is null)
            _saved[row.TargetId] = row;
    }

    private RolloutOptions Options(Action<Publication> emit) => new()
    {
        Refresh = _schedule.Refresh,
        ConfirmAsync = _ => Task.FromResult(true),
        Emit = emit,
    };

    private TencentCloudConnection Connect() => new(new TencentCloudConnectionOptions
    {
        Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a fault run"),
        TimeProvider = _clock,
        Handler = _network,
        Logger = new TraceLogger(_trace),
        Jitter = new Dice(_schedule.Seed ^ 0x717).Fraction,
    });
}

/// <summary>The result of a rollout.</summary>
internal sealed record RolloutResult(
    int Seed, IReadOnlyList<string> Violations, ulong Digest, int Calls, int Versions, int Refreshes, int Rollbacks);
