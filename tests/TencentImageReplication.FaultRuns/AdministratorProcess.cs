using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// A process of the administrator that runs a script: it pipes images to the copy command and the rows to the wait command. A
/// stopped process does nothing more. Its rows are those that it emitted before.
/// </summary>
internal sealed class AdministratorProcess
{
    private static readonly TimeSpan LongTimeout = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongInterval = TimeSpan.FromMinutes(8);

    private readonly Schedule _schedule;
    private readonly TimeProvider _clock;
    private readonly CvmClient _client;
    private readonly ImageTagger _tagger;
    private readonly CarryOver _carryOver;
    private readonly Trace _trace;
    private readonly ILogger _logger;
    private readonly CancellationToken _stop;
    private readonly bool _isMended;
    private long _began;

    public AdministratorProcess(
        Schedule schedule, TimeProvider clock, ICredentialSource credentials, Network network, Trace trace, CancellationToken stop)
    {
        (_schedule, _clock, _trace, _stop, _isMended) = (schedule, clock, trace, stop, network.IsMended);
        _logger = new TraceLogger(trace);
        // The pauses between retries are also drawn from the seed.
        var jitter = new Dice(schedule.Seed ^ 0x717);
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = credentials,
            TimeProvider = clock,
            Handler = network,
            Logger = _logger,
            Jitter = jitter.Fraction,
        });
        _client = new CvmClient(connection);
        _tagger = new ImageTagger(connection);
        _carryOver = new CarryOver(_client, _tagger, _logger);
        Line = new LaunchLine(_client, schedule, clock, trace, _logger, stop);
    }

    /// <summary>The instances that the process creates from its copies.</summary>
    public LaunchLine Line { get; }

    /// <summary>The rows, by source and destination.</summary>
    public Dictionary<(string Image, string Region), SavedRow> Rows { get; } = [];

    /// <summary>The violations by the process.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Copies and waits until everything is complete or the process is stopped.</summary>
    /// <param name="requests">The images to copy.</param>
    /// <param name="waitFor">The saved rows to wait for.</param>
    /// <param name="completed">The saved rows of completed copies.</param>
    /// <returns>True when it ran to its end.</returns>
    public async Task<bool> RunAsync(
        IReadOnlyCollection<ImageCopyRequest> requests, IReadOnlyCollection<SavedRow> waitFor, IReadOnlyCollection<SavedRow> completed)
    {
        _began = _clock.GetTimestamp();
        foreach (var row in completed)
            Line.Add(row);
        var targets = Channel.CreateUnbounded<WaitTarget>();
        foreach (var row in waitFor)
            Put(row, targets);
        var options = new WaitOptions
        {
            Timeout = _isMended ? LongTimeout : _schedule.WaitTimeout,
            PollInterval = _isMended ? LongInterval : _schedule.PollInterval,
        };
        var waiter = new ImageWaiter(_client, _carryOver, options, _clock, _logger, CreateMarker(), new SecondCopies(_client, _clock, _logger));
        var copying = CopyAsync(requests, targets);
        var waiting = WaitAsync();
        var launching = Line.RunAsync();
        try
        {
            await Task.WhenAll(copying, waiting, launching);
            return true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return false;
        }

        async Task WaitAsync()
        {
            // Also when it fails, so that the run ends and shows the error.
            try
            {
                await waiter.RunAsync(targets.Reader, Settle, _ => { }, _stop);
            }
            finally
            {
                Line.Complete();
            }
        }
    }

    private async Task CopyAsync(IReadOnlyCollection<ImageCopyRequest> requests, Channel<WaitTarget> targets)
    {
        var images = Channel.CreateUnbounded<ImageCopyRequest>();
        var options = new ImageCopyOptions
        {
            Kind = _schedule.Kind,
            // Failed rows are retried without -Force, otherwise a copy of a lost request would be created twice.
            Force = _schedule.Force && !_isMended,
            AllowCrossBorder = _schedule.AllowCrossBorder,
            ThrottleLimit = _schedule.ThrottleLimit,
            ConfirmAsync = _ => Task.FromResult(true),
        };
        var copier = new ImageCopier(_client, options, _clock, _logger, CreateMarker());
        var copying = copier.RunAsync(images.Reader, PutCopy, _stop);
        foreach (var request in requests)
        {
            images.Writer.TryWrite(request);
            if (_schedule.Trickle > TimeSpan.Zero)
                await Task.Delay(_schedule.Trickle, _clock, _stop);
        }

        images.Writer.Complete();
        try
        {
            await copying;
        }
        finally
        {
            targets.Writer.Complete();
        }

        void PutCopy(ImageCopy copy)
        {
            var row = SavedRow.From(copy);
            if (!_isMended && _schedule.IsHeldUp(row.Region, _clock.GetElapsedTime(_began)))
                Violations.Add($"a slow region held up another: {row}, after {_clock.GetElapsedTime(_began)}");
            Put(row, targets);
        }
    }

    private void Put(SavedRow row, Channel<WaitTarget> targets)
    {
        if (_stop.IsCancellationRequested)
            return;
        _trace.Add($"row {row}");
        if (!Rows.TryAdd((row.SourceImageId, row.Region), row))
            Violations.Add($"there are two rows for {row.SourceImageId} → {row.Region}");
        if (row.Status == ImageCopyStatus.Completed)
            Line.Add(row);
        if (row.CanBeWaitedFor)
            targets.Writer.TryWrite(new WaitTarget(row.CopyId!, row.Region, row.RequestedAt, row) { Mark = MarkOf(row) });
    }

    private CopyMarker? CreateMarker() => _schedule.NoMarks ? null : new CopyMarker(_client, _tagger, _clock, _logger);

    // A file keeps no mark: the source is looked up.
    private MarkRequest MarkOf(SavedRow row) =>
        new(row.SourceImageId, _schedule.Images.First(image => image.ImageId == row.SourceImageId).Region, row.Mark);

    private void Settle(WaitResult result)
    {
        if (_stop.IsCancellationRequested)
            return;
        var row = ((SavedRow)result.Target.Tag!).Update(result);
        _trace.Add($"end {row}");
        if (!IsFirst((row.SourceImageId, row.Region)))
            Violations.Add($"waiting ended twice for {row.SourceImageId} → {row.Region}");
        Rows[(row.SourceImageId, row.Region)] = row;
        if (row.Status == ImageCopyStatus.Completed)
            Line.Add(row);
    }

    private readonly HashSet<(string Image, string Region)> _settled = [];

    private bool IsFirst((string Image, string Region) pair) => _settled.Add(pair);
}
