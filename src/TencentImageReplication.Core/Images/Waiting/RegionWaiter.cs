using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>Waits for the images of one region: polls all of them in each round, and new ones in between.</summary>
internal sealed class RegionWaiter(
    string region,
    CvmClient client,
    WaitOptions options,
    WaitBoard board,
    TimeProvider timeProvider,
    ILogger logger)
{
    private const int BatchSize = 100;

    /// <summary>The minimum time between two polls, so that images that arrive one by one do not cost a request each.</summary>
    private static readonly TimeSpan MinGap = TimeSpan.FromSeconds(1);

    /// <summary>The number of polls without the image before it counts as gone. Time is not enough: it also passes while a region is down.</summary>
    private const int PollsUntilGone = 3;

    private readonly Channel<WaitTarget> _arrivals = Channel.CreateBounded<WaitTarget>(
        new BoundedChannelOptions(10 * BatchSize) { SingleReader = true, SingleWriter = true });

    private readonly List<PendingImageState> _pending = [];
    private bool _started;

    /// <summary>Completes when there is nothing more to wait for.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Adds an image if there is room.</summary>
    public bool TryAdd(WaitTarget target) => _arrivals.Writer.TryWrite(target);

    /// <summary>Adds an image as soon as there is room. The wait must have started.</summary>
    public ValueTask AddAsync(WaitTarget target, CancellationToken cancellationToken) =>
        _arrivals.Writer.WriteAsync(target, cancellationToken);

    public void Complete() => _arrivals.Writer.Complete();

    /// <summary>Starts the wait. Later calls do nothing.</summary>
    public void Start(CancellationToken cancellationToken)
    {
        if (_started)
            return;
        _started = true;
        Completion = RunAsync(cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var nextRound = timeProvider.GetUtcNow();
        while (true)
        {
            var newcomers = TakeArrivals();
            if (_pending.Count == 0)
            {
                if (!await _arrivals.Reader.WaitToReadAsync(cancellationToken))
                    return;
                continue;
            }

            var polledAt = timeProvider.GetUtcNow();
            var isRound = polledAt >= nextRound;
            await PollAsync(isRound ? [.. _pending] : newcomers, cancellationToken);
            if (_pending.Count == 0)
            {
                nextRound = timeProvider.GetUtcNow();
                continue;
            }

            if (isRound)
            {
                var pause = options.PollInterval ?? PollSchedule.Pause(_pending, timeProvider.GetUtcNow());
                nextRound = polledAt + pause;
                CopyLog.NextPoll(logger, _pending.Count, region, pause);
            }

            await PauseAsync(nextRound, polledAt + MinGap, cancellationToken);
        }
    }

    private List<PendingImageState> TakeArrivals()
    {
        var newcomers = new List<PendingImageState>();
        while (newcomers.Count < 10 * BatchSize && _arrivals.Reader.TryRead(out var target))
        {
            var pending = new PendingImageState(target, timeProvider.GetUtcNow());
            newcomers.Add(pending);
            _pending.Add(pending);
            board.Add(pending);
        }

        return newcomers;
    }

    /// <summary>Pauses until the next round, the next timeout or, after the minimum gap, an arrival.</summary>
    private async Task PauseAsync(DateTimeOffset nextRound, DateTimeOffset earliest, CancellationToken cancellationToken)
    {
        var until = _pending.Min(pending => pending.ArrivedAt) + options.Timeout;
        if (nextRound < until)
            until = nextRound;

        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = DelayUntilAsync(until, awake.Token);
        var arrival = ArrivalAsync(awake.Token);
        var first = await Task.WhenAny(timer, arrival);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == arrival && !await arrival)
            await timer;
        else if (first == arrival && _arrivals.Reader.Count < BatchSize)
            await DelayUntilAsync(earliest < until ? earliest : until, cancellationToken);

        awake.Cancel();
    }

    private async Task<bool> ArrivalAsync(CancellationToken cancellationToken) => await _arrivals.Reader.WaitToReadAsync(cancellationToken);

    private Task DelayUntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var pause = time - timeProvider.GetUtcNow();
        return pause > TimeSpan.Zero ? timeProvider.PauseAsync(pause, cancellationToken) : Task.CompletedTask;
    }

    private async Task PollAsync(List<PendingImageState> images, CancellationToken cancellationToken)
    {
        var batches = Enumerable.Range(0, (images.Count + BatchSize - 1) / BatchSize)
            .Select(index => images.GetRange(index * BatchSize, Math.Min(BatchSize, images.Count - (index * BatchSize))));
        var finished = await Task.WhenAll(batches.Select(batch => PollBatchAsync(batch, cancellationToken)));

        var done = new HashSet<PendingImageState>(finished.SelectMany(images => images));
        foreach (var pending in _pending.Where(pending => !done.Contains(pending) && IsOverdue(pending)).ToArray())
        {
            Finish(pending, WaitOutcome.TimedOut);
            done.Add(pending);
        }

        _pending.RemoveAll(done.Contains);
        board.Report();
    }

    /// <returns>The images of the batch whose wait has ended.</returns>
    private async Task<List<PendingImageState>> PollBatchAsync(List<PendingImageState> batch, CancellationToken cancellationToken)
    {
        try
        {
            var ids = batch.Select(pending => pending.Target.ImageId).Distinct(StringComparer.Ordinal).ToArray();
            var found = await client.FindImagesAsync(region, ids, cancellationToken);
            return [.. batch.Where(pending =>
                IsFinished(pending, found.TryGetValue(pending.Target.ImageId, out var image) ? image : null))];
        }
        catch (TencentCloudException exception) when (IsPermanent(exception))
        {
            foreach (var pending in batch)
                Finish(pending, WaitOutcome.GivenUp, exception);
            return batch;
        }
        catch (TencentCloudException exception)
        {
            // The service or the network is down for a while. The copies continue.
            RequestLog.NoResponse(logger, region, exception.Code);
            return [];
        }
    }

    private bool IsFinished(PendingImageState pending, Image? image)
    {
        var now = timeProvider.GetUtcNow();
        pending.Update(image, now);
        if (image is null)
        {
            if (pending.MissingCount < PollsUntilGone || now - pending.MissingSince < options.VanishedGrace || MayBeLate(pending, now))
                return false;
            Finish(pending, WaitOutcome.Vanished);
            return true;
        }

        if (image.ImageState == ImageStates.Normal)
            Finish(pending, WaitOutcome.Ready);
        else if (ImageStates.IsFailed(image.ImageState))
            Finish(pending, WaitOutcome.Failed);
        else
            return false;
        return true;
    }

    private bool MayBeLate(PendingImageState pending, DateTimeOffset now) =>
        pending.Image is null && pending.Target.StartedAt is { } requestedAt && now - requestedAt < options.UnseenGrace;

    private void Finish(PendingImageState pending, WaitOutcome outcome, Exception? error = null)
    {
        var now = timeProvider.GetUtcNow();
        CopyLog.WaitEnded(logger, pending.Target.ImageId, region, outcome.ToString(), now - pending.StartedAt);
        board.Finish(pending, new WaitResult(pending.Target, outcome, pending.Image, now, error));
    }

    private bool IsOverdue(PendingImageState pending) => timeProvider.GetUtcNow() - pending.ArrivedAt >= options.Timeout;

    private static bool IsPermanent(TencentCloudException exception) => exception.Kind
        is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authentication
        or TencentCloudErrorKind.Authorization or TencentCloudErrorKind.Credential;
}
