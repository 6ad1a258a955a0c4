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
    SteadyClock clock,
    TimeProvider timeProvider,
    ILogger logger)
{
    private const int BatchSize = 100;

    /// <summary>The minimum time between two polls, so that images that arrive one by one do not cost a request each.</summary>
    private static readonly TimeSpan MinGap = TimeSpan.FromSeconds(1);

    /// <summary>The number of polls without the image before it counts as gone. Time is not enough: it also passes while a region is down.</summary>
    private const int PollsUntilGone = 3;

    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(1);

    private readonly Channel<WaitTarget> _arrivals = Channel.CreateBounded<WaitTarget>(
        new BoundedChannelOptions(10 * BatchSize) { SingleReader = true, SingleWriter = true });

    private readonly List<PendingImageState> _pending = [];
    private bool _started;
    private volatile bool _wasAnswered;

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
        var nextRound = clock.Now;
        while (true)
        {
            var newcomers = TakeArrivals();
            if (_pending.Count == 0)
            {
                if (!await _arrivals.Reader.WaitToReadAsync(cancellationToken))
                    return;
                continue;
            }

            var polledAt = clock.Now;
            var isRound = polledAt >= nextRound;
            await PollAsync(isRound ? [.. _pending] : newcomers, cancellationToken);
            if (_pending.Count == 0)
            {
                nextRound = clock.Now;
                continue;
            }

            if (isRound)
            {
                var pause = options.PollInterval ?? PollSchedule.Pause(_pending, clock.Now);
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
            var pending = new PendingImageState(target, clock.Now, target.StartedAt is { } startedAt ? clock.From(startedAt) : null);
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
        var timer = clock.PauseUntilAsync(until, awake.Token);
        var arrival = ArrivalAsync(awake.Token);
        var first = await Task.WhenAny(timer, arrival);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == arrival && !await arrival)
            await timer;
        else if (first == arrival && _arrivals.Reader.Count < BatchSize)
            await clock.PauseUntilAsync(earliest < until ? earliest : until, cancellationToken);

        awake.Cancel();
    }

    private async Task<bool> ArrivalAsync(CancellationToken cancellationToken) => await _arrivals.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>
    /// Requests the images, and ends the wait for those whose time is over. They do not wait for the response: a request can take
    /// minutes while the service throttles or does not respond.
    /// </summary>
    private async Task PollAsync(List<PendingImageState> images, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Enumerable.Range(0, (images.Count + BatchSize - 1) / BatchSize)
            .Select(index => images.GetRange(index * BatchSize, Math.Min(BatchSize, images.Count - (index * BatchSize))));
        var lastRequest = clock.Now + options.LastRequest;
        var poll = Task.WhenAll(batches.Select(batch => PollBatchAsync(batch, ended.Token)));
        while (!poll.IsCompleted && !cancellationToken.IsCancellationRequested && !images.TrueForAll(image => image.IsFinished)
            && NextDeadline() is { } deadline)
        {
            await EitherAsync(poll, Later(deadline, lastRequest), cancellationToken);
            if (clock.Now >= lastRequest)
                EndOverdue();
        }

        try
        {
            if (!poll.IsCompleted)
                ended.Cancel();
            await poll;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for its images any more.
        }

        EndOverdue();
        _pending.RemoveAll(image => image.IsFinished);
        board.Report();
    }

    private async Task EitherAsync(Task poll, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        // A timer has a maximum. The caller waits again.
        var until = deadline - clock.Now < MaxTimer ? deadline : clock.Now + MaxTimer;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(poll, clock.PauseUntilAsync(until, awake.Token));
        awake.Cancel();
    }

    private void EndOverdue()
    {
        foreach (var pending in _pending.Where(pending => !pending.IsFinished && clock.Now >= DeadlineOf(pending)))
        {
            if (pending.Refusal is { } refusal)
                Finish(pending, WaitOutcome.GivenUp, refusal);
            else
                Finish(pending, WaitOutcome.TimedOut);
        }
    }

    private async Task PollBatchAsync(List<PendingImageState> batch, CancellationToken cancellationToken)
    {
        try
        {
            var ids = batch.Select(pending => pending.Target.ImageId).Distinct(StringComparer.Ordinal).ToArray();
            var found = await client.FindImagesAsync(region, ids, cancellationToken);
            _wasAnswered = true;
            foreach (var pending in batch)
                Update(pending, found.TryGetValue(pending.Target.ImageId, out var image) ? image : null);
        }
        catch (TencentCloudException exception)
        {
            // The service or the network is down for a while, or a key is being changed. The copies continue.
            RequestLog.NoResponse(logger, region, exception.Code);
            if (IsRefusal(exception))
                Refuse(batch, exception);
        }
    }

    private void Refuse(List<PendingImageState> batch, TencentCloudException refusal)
    {
        var now = clock.Now;
        // A request that was right before is not wrong now.
        var isWrong = refusal.Kind == TencentCloudErrorKind.Service && !_wasAnswered;
        foreach (var pending in batch)
        {
            pending.Refuse(refusal, now);
            if (isWrong || now - pending.RefusedSince >= options.RefusedGrace)
                Finish(pending, WaitOutcome.GivenUp, refusal);
        }
    }

    private void Update(PendingImageState pending, Image? image)
    {
        var now = clock.Now;
        pending.Update(image, now);
        if (image is null)
        {
            if (pending.MissingCount >= PollsUntilGone && now - pending.MissingSince >= options.VanishedGrace && !MayBeLate(pending, now))
                Finish(pending, WaitOutcome.Vanished);
        }
        else if (image.ImageState == ImageStates.Normal)
        {
            Finish(pending, WaitOutcome.Ready);
        }
        else if (ImageStates.IsFailed(image.ImageState))
        {
            Finish(pending, WaitOutcome.Failed);
        }
    }

    private bool MayBeLate(PendingImageState pending, DateTimeOffset now) =>
        pending.Image is null && pending.Target.StartedAt is not null && now - pending.StartedAt < options.UnseenGrace;

    private void Finish(PendingImageState pending, WaitOutcome outcome, Exception? error = null)
    {
        if (!pending.TryFinish())
            return;
        var elapsed = clock.Now - pending.StartedAt;
        CopyLog.WaitEnded(logger, pending.Target.ImageId, region, outcome.ToString(), elapsed);
        board.Finish(pending, new WaitResult(pending.Target, outcome, pending.Image, timeProvider.GetUtcNow(), error)
        {
            Elapsed = pending.Target.StartedAt is null ? null : elapsed,
        });
    }

    // Null when the poll, which runs on other threads, has just finished the last image.
    private DateTimeOffset? NextDeadline() => _pending
        .Where(pending => !pending.IsFinished)
        .Select(pending => (DateTimeOffset?)DeadlineOf(pending))
        .Min();

    private DateTimeOffset DeadlineOf(PendingImageState pending) => pending.ArrivedAt + options.Timeout;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static bool IsRefusal(TencentCloudException exception) => exception.Kind
        is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authentication
        or TencentCloudErrorKind.Authorization or TencentCloudErrorKind.Credential;
}
