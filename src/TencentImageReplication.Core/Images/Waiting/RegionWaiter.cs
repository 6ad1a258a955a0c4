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

/// <summary>Watches the images of one region: one look at all of them for each round, and at newcomers in between.</summary>
internal sealed class RegionWaiter(
    string region,
    CvmClient client,
    WaitOptions options,
    WaitBoard board,
    TimeProvider timeProvider,
    ILogger logger)
{
    private const int BatchSize = 100;

    /// <summary>The least time between two looks, so that images that trickle in do not cost a call each.</summary>
    private static readonly TimeSpan LeastGap = TimeSpan.FromSeconds(1);

    /// <summary>The least looks that do not find an image before it counts as gone: time alone also passes while a region is down.</summary>
    private const int LooksUntilGone = 3;

    private readonly Channel<WaitTarget> _arrivals = Channel.CreateBounded<WaitTarget>(
        new BoundedChannelOptions(10 * BatchSize) { SingleReader = true, SingleWriter = true });

    private readonly List<PendingImageState> _pending = [];
    private bool _started;

    /// <summary>Ends when there is nothing more to watch.</summary>
    public Task Watching { get; private set; } = Task.CompletedTask;

    /// <summary>Adds an image, if there is room.</summary>
    public bool TryAdd(WaitTarget target) => _arrivals.Writer.TryWrite(target);

    /// <summary>Adds an image, as soon as there is room: in a watch that has started.</summary>
    public ValueTask AddAsync(WaitTarget target, CancellationToken cancellationToken) =>
        _arrivals.Writer.WriteAsync(target, cancellationToken);

    public void Complete() => _arrivals.Writer.Complete();

    /// <summary>Begins to watch. Once is enough.</summary>
    public void Start(CancellationToken cancellationToken)
    {
        if (_started)
            return;
        _started = true;
        Watching = RunAsync(cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var nextRound = timeProvider.GetUtcNow();
        while (true)
        {
            var newcomers = TakeArrivals();
            if (_pending.Count == 0)
            {
                if (!await _arrivals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                    return;
                continue;
            }

            var lookedAt = timeProvider.GetUtcNow();
            var isRound = lookedAt >= nextRound;
            await LookAsync(isRound ? [.. _pending] : newcomers, cancellationToken).ConfigureAwait(false);
            if (_pending.Count == 0)
            {
                nextRound = timeProvider.GetUtcNow();
                continue;
            }

            if (isRound)
            {
                var pause = options.PollInterval ?? PollSchedule.Pause(_pending, timeProvider.GetUtcNow());
                nextRound = lookedAt + pause;
                CopyLog.NextPoll(logger, _pending.Count, region, pause);
            }

            await PauseAsync(nextRound, lookedAt + LeastGap, cancellationToken).ConfigureAwait(false);
        }
    }

    private List<PendingImageState> TakeArrivals()
    {
        var newcomers = new List<PendingImageState>();
        while (newcomers.Count < 10 * BatchSize && _arrivals.Reader.TryRead(out var target))
        {
            var watched = new PendingImageState(target, timeProvider.GetUtcNow());
            newcomers.Add(watched);
            _pending.Add(watched);
            board.Add(watched);
        }

        return newcomers;
    }

    /// <summary>Pauses until the next round, the next time-out or, after the least gap, an arrival.</summary>
    private async Task PauseAsync(DateTimeOffset nextRound, DateTimeOffset earliest, CancellationToken cancellationToken)
    {
        var until = _pending.Min(watched => watched.ArrivedAt) + options.Timeout;
        if (nextRound < until)
            until = nextRound;

        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = DelayUntilAsync(until, awake.Token);
        var arrival = _arrivals.Reader.WaitToReadAsync(awake.Token).AsTask();
        var first = await Task.WhenAny(timer, arrival).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == arrival && !await arrival.ConfigureAwait(false))
            await timer.ConfigureAwait(false);
        else if (first == arrival && _arrivals.Reader.Count < BatchSize)
            await DelayUntilAsync(earliest < until ? earliest : until, cancellationToken).ConfigureAwait(false);

#if NET8_0_OR_GREATER
        await awake.CancelAsync().ConfigureAwait(false);
#else
        awake.Cancel();
#endif
    }

    private Task DelayUntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var pause = time - timeProvider.GetUtcNow();
        return pause > TimeSpan.Zero ? timeProvider.PauseAsync(pause, cancellationToken) : Task.CompletedTask;
    }

    private async Task LookAsync(List<PendingImageState> images, CancellationToken cancellationToken)
    {
        var batches = Enumerable.Range(0, (images.Count + BatchSize - 1) / BatchSize)
            .Select(index => images.GetRange(index * BatchSize, Math.Min(BatchSize, images.Count - (index * BatchSize))));
        var looks = await Task.WhenAll(batches.Select(batch => LookAtBatchAsync(batch, cancellationToken))).ConfigureAwait(false);

        var settled = new HashSet<PendingImageState>(looks.SelectMany(look => look));
        foreach (var watched in _pending.Where(watched => !settled.Contains(watched) && IsOverdue(watched)).ToArray())
        {
            Settle(watched, ImageWatchOutcome.TimedOut);
            settled.Add(watched);
        }

        _pending.RemoveAll(settled.Contains);
        board.Report();
    }

    /// <returns>The images of the batch that need no more waiting.</returns>
    private async Task<List<PendingImageState>> LookAtBatchAsync(List<PendingImageState> batch, CancellationToken cancellationToken)
    {
        try
        {
            var ids = batch.Select(watched => watched.Target.ImageId).Distinct(StringComparer.Ordinal).ToArray();
            var found = await client.FindImagesAsync(region, ids, cancellationToken).ConfigureAwait(false);
            return [.. batch.Where(watched =>
                IsSettled(watched, found.TryGetValue(watched.Target.ImageId, out var image) ? image : null))];
        }
        catch (TencentCloudException exception) when (WillGoOnRefusing(exception))
        {
            foreach (var watched in batch)
                Settle(watched, ImageWatchOutcome.GivenUp, exception);
            return batch;
        }
        catch (TencentCloudException exception)
        {
            // The service or the network is down for a while: the images go on being made.
            RequestLog.NoResponse(logger, region, exception.Code);
            return [];
        }
    }

    private bool IsSettled(PendingImageState watched, Image? image)
    {
        var now = timeProvider.GetUtcNow();
        watched.Saw(image, now);
        if (image is null)
        {
            if (watched.MissingLooks < LooksUntilGone || now - watched.MissingSince < options.VanishedGrace || MayBeLate(watched, now))
                return false;
            Settle(watched, ImageWatchOutcome.Vanished);
            return true;
        }

        if (image.ImageState == ImageStates.Normal)
            Settle(watched, ImageWatchOutcome.Ready);
        else if (ImageStates.IsFailed(image.ImageState))
            Settle(watched, ImageWatchOutcome.Failed);
        else
            return false;
        return true;
    }

    private bool MayBeLate(PendingImageState watched, DateTimeOffset now) =>
        watched.Image is null && watched.Target.StartedAt is { } requestedAt && now - requestedAt < options.UnseenGrace;

    private void Settle(PendingImageState watched, ImageWatchOutcome outcome, Exception? error = null)
    {
        var now = timeProvider.GetUtcNow();
        CopyLog.ImageSettled(logger, watched.Target.ImageId, region, outcome.ToString(), now - watched.StartedAt);
        board.Settle(watched, new WaitResult(watched.Target, outcome, watched.Image, now, error));
    }

    private bool IsOverdue(PendingImageState watched) => timeProvider.GetUtcNow() - watched.ArrivedAt >= options.Timeout;

    private static bool WillGoOnRefusing(TencentCloudException exception) => exception.Kind
        is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authentication
        or TencentCloudErrorKind.Authorization or TencentCloudErrorKind.Credential;
}
