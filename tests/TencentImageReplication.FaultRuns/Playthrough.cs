using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// Plays one schedule: it stops and restarts the process of the administrator as scheduled, and at the end runs it without
/// faults, which must complete everything possible.
/// </summary>
internal sealed class Playthrough : IDisposable
{
    // In the first, copies that were started before can still fail.
    private const int MendedRounds = 2;

    private readonly Schedule _schedule;
    private readonly VirtualClock _clock = Schedule.Clock();
    private readonly CancellationTokenSource _end = new();
    private readonly SimulatedCloud _cloud;
    private readonly Network _network;
    private readonly Keys _keys;
    private readonly Trace _trace;
    private readonly Invariants _invariants;
    private readonly LaunchInvariants _launches;
    private Dictionary<(string Image, string Region), SavedRow> _saved = [];
    private int _processes;

    private Playthrough(Schedule schedule, TextWriter? writer)
    {
        _schedule = schedule;
        _trace = new Trace(_clock, writer);
        _cloud = new SimulatedCloud(schedule.Cloud, _clock);
        _keys = new Keys(schedule, _clock);
        _network = new Network(_cloud, schedule, _clock, _end.Token);
        _invariants = new Invariants(schedule, _cloud, _network, _keys.AccountId);
        _launches = new LaunchInvariants(schedule, _cloud, _keys.AccountId, _invariants.Violations);
    }

    /// <summary>Plays the schedule of a seed.</summary>
    public static async Task<RunResult> PlayAsync(int seed, TextWriter? writer = null)
    {
        using var run = new Playthrough(ScheduleDraw.Of(seed), writer);
        try
        {
            await run._clock.RunAsync(run.PlayAsync);
            // What is still on its way to the service is given up.
            run._end.Cancel();
            run._clock.Settle();
        }
        catch (Exception exception)
        {
            run._invariants.Violations.Add(exception is StuckException ? exception.Message : exception.ToString());
        }

        return new RunResult(seed, run._invariants.Violations, run._trace.Digest, RunFigures.Of(run._cloud, run._network, run._processes, run._invariants));
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
        if (_schedule.Colleague is { } colleague)
            await CopyAsColleagueAsync(colleague);
        _cloud.Faults = _schedule.Faults;

        var goOnBy = GoOnBy.StartingOver;
        var stops = new Queue<Stop>(_schedule.Stops);
        while (true)
        {
            stops.TryDequeue(out var stop);
            if (await RunProcessAsync(goOnBy, stop))
                break;
            _trace.Add($"stopped; going on in {stop!.Pause} by {stop.GoOnBy}");
            if (stop.OnlyFinishedRowsAreSaved)
                _saved = _saved.Where(pair => !pair.Value.CanBeWaitedFor || pair.Value.ErrorCode is not null).ToDictionary();
            await Task.Delay(stop.Pause, _clock);
            goOnBy = stop.GoOnBy;
        }

        Mend();
        for (var round = 0; round < MendedRounds; round++)
        {
            await Task.Delay(_schedule.Latency.Most + TimeSpan.FromMinutes(1), _clock);
            await RunProcessAsync(_schedule.HaveLookAlikes ? GoOnBy.AllRows : GoOnBy.FailedRows, null);
        }

        _invariants.CheckAfterFaults(_saved);
        _launches.CheckAfterFaults(_saved.Values);
    }

    private void Furnish()
    {
        _cloud.AddAccount(_keys.Permanent);
        _cloud.AddAccount(_keys.Temporary);
        foreach (var image in _schedule.Images)
        {
            _cloud.AddImage(new SimulatedImage
            {
                ImageId = image.ImageId,
                ImageName = image.Name,
                Region = image.Region,
                SizeGB = image.SizeGB,
                AccountId = SimulatedWorld.Owner.AccountId,
                SharedWith = _schedule.Kind == CopyKind.Shared ? [_keys.AccountId] : [],
                CreatedTime = image.CreatedTime,
                Snapshots = image.Snapshots(image.ImageId),
            });
        }

        foreach (var image in _schedule.Existing)
            _cloud.AddImage(image);
    }

    private async Task CopyAsColleagueAsync(Colleague colleague)
    {
        var client = new CvmClient(new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = _keys.SourceFor(isFirstProcess: false),
            TimeProvider = new SkewedTime(_clock, TimeSpan.Zero),
            Handler = new SimulatedCloudHandler(_cloud),
        }));
        var request = new SyncImagesRequest { ImageIds = [colleague.Image.ImageId], DestinationRegions = colleague.Destinations, ImageName = colleague.Image.CopyName };
        try
        {
            await client.SyncImagesAsync(colleague.Image.Region, request, CancellationToken.None);
        }
        catch (TencentCloudException exception)
        {
            _trace.Add($"a colleague is refused: {exception.Code}");
        }

        _trace.Add($"a colleague has asked to copy {colleague.Image.ImageId} to {string.Join(", ", colleague.Destinations)}");
        await Task.Delay(colleague.Before, _clock);
    }

    /// <summary>Ends all faults.</summary>
    private void Mend()
    {
        _trace.Add("mended");
        _cloud.Faults = new FaultPlan();
        _cloud.Options.CopiesTo.Clear();
        _cloud.Options.ImageQuotas.Clear();
        _cloud.Options.TagFailures.Clear();
        _network.IsMended = true;
    }

    /// <returns>True when the process ran to its end.</returns>
    private async Task<bool> RunProcessAsync(GoOnBy goOnBy, Stop? stop)
    {
        if (goOnBy == GoOnBy.StartingOver)
            _saved.Clear();
        var requests = _schedule.Images.Select(image => Request(image, goOnBy)).Where(request => request.DestinationRegions.Count > 0).ToArray();
        var asked = requests.SelectMany(request => request.DestinationRegions.Select(region => (request.ImageId, region))).ToHashSet();
        var waitFor = _saved.Where(pair => pair.Value.CanBeWaitedFor && !asked.Contains(pair.Key)).Select(pair => pair.Value).ToArray();
        var completed = _saved.Where(pair => pair.Value.Status == ImageCopyStatus.Completed && !asked.Contains(pair.Key)).Select(pair => pair.Value).ToArray();
        var expected = asked.Concat(waitFor.Select(row => (row.SourceImageId, row.Region))).ToArray();

        using var stopping = stop?.After is { } after ? new CancellationTokenSource(after, _clock) : new CancellationTokenSource();
        var copyCalls = 0;
        _network.OnCopyCall = acted =>
        {
            copyCalls += acted ? 0 : 1;
            if (copyCalls == stop?.AtCopyCall && acted == stop.OnceActed)
                stopping.Cancel();
            if (acted)
                _invariants.CheckDoubles();
        };

        var launchCalls = 0;
        _network.OnLaunchCall = acted =>
        {
            launchCalls += acted ? 0 : 1;
            if (stop is not null && _schedule.Responses.StopAtLaunch is { } at && launchCalls == at.Call && acted == at.OnceActed)
                stopping.Cancel();
            if (acted)
                _launches.CheckDoubles();
        };

        _processes++;
        var startedAt = _clock.GetUtcNow();
        var process = new AdministratorProcess(
            _schedule,
            new SkewedTime(_clock, _network.IsMended ? TimeSpan.Zero : _schedule.Skew),
            _keys.SourceFor(isFirstProcess: _processes == 1),
            _network,
            _trace,
            stopping.Token);
        var isFinished = await process.RunAsync(Repeated(requests), waitFor, completed);
        _network.OnCopyCall = null;
        _network.OnLaunchCall = null;
        foreach (var row in process.Rows.Values)
            _saved[(row.SourceImageId, row.Region)] = row with { Mark = null };
        _invariants.Violations.AddRange(process.Violations);
        _invariants.CheckDoubles();
        _launches.CheckDoubles();
        _invariants.CheckMarks();
        if (isFinished)
        {
            _invariants.CheckProcess(process.Rows, expected, startedAt);
            _launches.CheckProcess(process.Line, startedAt);
        }

        foreach (var call in _cloud.Calls.Where(call => call.Time >= startedAt))
            _trace.Add($"call {call.Time - Schedule.Start} {call.Action} {call.Region} {call.Outcome} {call.Acted} {call.Fault}");
        return isFinished;
    }

    // As a list with repeated lines, or two lists that are joined.
    private ImageCopyRequest[] Repeated(IReadOnlyList<ImageCopyRequest> requests)
    {
        var dice = new Dice(_schedule.Seed ^ 0x2E9);
        var again = requests.SelectMany(request =>
            Enumerable.Repeat(request, _schedule.Images.First(image => image.ImageId == request.ImageId).Times - 1));
        return [.. requests, .. dice.Some(again.Select(request => request with { DestinationRegions = dice.Some(request.DestinationRegions, 2) }), int.MaxValue)];
    }

    private ImageCopyRequest Request(PlannedImage image, GoOnBy goOnBy)
    {
        var rows = image.Destinations.ToDictionary(region => region, region => _saved.GetValueOrDefault((image.ImageId, region)));
        if (goOnBy == GoOnBy.AllRows)
        {
            var known = rows.Where(pair => pair.Value is { CopyId: not null }).ToDictionary(pair => pair.Key, pair => pair.Value!.CopyId!);
            return new ImageCopyRequest(image.ImageId, image.Region, image.Destinations, image.CopyName) { KnownCopies = known };
        }

        var again = image.Destinations.Where(region => rows[region] is null or { Status: ImageCopyStatus.Failed }).ToArray();
        return new ImageCopyRequest(image.ImageId, image.Region, again, image.CopyName);
    }
}
