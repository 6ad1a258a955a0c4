using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Sends SyncImages for one image so that no copy is lost or created twice. The action has no ClientToken: when there is no
/// proper response, it searches the destinations for copies that the request may have created, uses them, and requests only the
/// missing ones again. It sends nothing while the source is busy, because the copies in progress may be the wanted ones.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="options">The options of the run.</param>
/// <param name="plan">The image and its destinations.</param>
/// <param name="call">The request to send.</param>
/// <param name="search">Searches for the copies.</param>
/// <param name="report">Receives the results.</param>
/// <param name="progress">Notes when regions respond.</param>
/// <param name="place">The place of the work, which is given up during pauses.</param>
/// <param name="clock">The clock for intervals.</param>
/// <param name="timeProvider">The time of day.</param>
/// <param name="logger">The log.</param>
internal sealed class LostCallReconciler(
    CvmClient client,
    ImageCopyOptions options,
    ImageCopyPlan plan,
    SyncImagesRequest call,
    CopySearch search,
    SyncReport report,
    RegionProgress progress,
    PausablePlace place,
    SteadyClock clock,
    TimeProvider timeProvider,
    ILogger logger)
{
    private const string NameTaken = "InvalidImageName.Duplicate";

    /// <summary>The time for which the known contents of the destinations are valid.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly List<string> _missing = [.. plan.DestinationRegions];
    private readonly Dictionary<string, Task> _late = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _began = clock.Now;
    private bool _isWaitShown;
    private LostResponses _losses = LostResponses.None;
    private DateTimeOffset? _requestedAt;
    private string? _requestId;
    private bool _isBusyLogged;

    /// <summary>
    /// Requests the copies, and retries where that is safe. Destinations that do not show their current contents in time follow in
    /// another call.
    /// </summary>
    /// <param name="cancellationToken">Cancels. Copies that were requested by then are still created.</param>
    public Task<SyncOutcome> RunAsync(CancellationToken cancellationToken) => RunAsync(StartAsync, cancellationToken);

    /// <summary>Requests the copies to destinations that were late.</summary>
    /// <returns>Null when there are none.</returns>
    public async Task<SyncOutcome?> RunLateAsync(CancellationToken cancellationToken) =>
        _late.Count == 0 ? null : await RunAsync(StartLateAsync, cancellationToken);

    private async Task<SyncOutcome> RunAsync(Func<CancellationToken, Task<SyncState>> startAsync, CancellationToken cancellationToken)
    {
        var state = await startAsync(cancellationToken);
        while (_missing.Count > 0 && state is not SyncState.Finished)
        {
            if (state is SyncState.WaitingForSource && !_isBusyLogged)
            {
                CopyLog.SourceIsBusy(logger, plan.Image.ImageId, plan.SourceRegion, options.BusySourceTimeout);
                _isBusyLogged = true;
            }

            state = state switch
            {
                SyncState.Sending sending => await SendAsync(sending, cancellationToken),
                SyncState.Checking checking => await CheckAsync(checking, cancellationToken),
                _ => await PollAsync((SyncState.Polling)state, cancellationToken),
            };
        }

        ShowWait(null);
        return new SyncOutcome([.. _missing], _missing.Count > 0 ? ((SyncState.Finished)state).Refusal : null);
    }

    private async Task<SyncState> StartAsync(CancellationToken cancellationToken)
    {
        if (plan.Image.ImageState == ImageStates.Syncing)
            return options.FailWhenBusy ? new SyncState.Finished(SourceNotReady()) : SyncState.WaitingForSource.Start(SourceNotReady(), _began, _began, isSeen: true);

        // Copies may have appeared while the image waited for its turn or for confirmation.
        if (_began - search.KnownSince > MaxAge)
        {
            foreach (var region in _missing.ToArray())
                _late[region] = SearchAsync(region, ownSince: null, maxAge: MaxAge, cancellationToken);
            await WhenSettledAsync(cancellationToken);
        }

        return new SyncState.Sending();
    }

    private async Task<SyncState> StartLateAsync(CancellationToken cancellationToken)
    {
        await place.LeaveForAsync(Task.WhenAny(_late.Values), cancellationToken);
        // A look that has found a copy has reported it.
        _missing.Clear();
        _missing.AddRange(_late.Keys.Where(region => !search.Found.ContainsKey(region)));
        (_began, _losses) = (clock.Now, LostResponses.None);
        await WhenSettledAsync(cancellationToken);
        return new SyncState.Sending();
    }

    /// <summary>Waits for the looks at the missing destinations, and leaves those that do not respond for later.</summary>
    private async Task WhenSettledAsync(CancellationToken cancellationToken)
    {
        await progress.WhenSettledAsync(_late, cancellationToken);
        foreach (var look in _late.ToArray())
        {
            if (!look.Value.IsCompleted)
            {
                Remove(look.Key);
                continue;
            }

            _late.Remove(look.Key);
            await look.Value;
        }

        TakeFailures();
    }

    private async Task<SyncState> SendAsync(SyncState.Sending state, CancellationToken cancellationToken)
    {
        try
        {
            _requestedAt = timeProvider.GetUtcNow();
            options.Requesting?.Invoke(plan with { DestinationRegions = [.. _missing] });
            var response = await client.SyncImagesAsync(
                plan.SourceRegion, call with { DestinationRegions = [.. _missing] }, cancellationToken);
            _requestId = response.RequestId;
            TakeNamed(response);
            return _missing.Count == 0
                ? new SyncState.Finished()
                : ResponseLost(SyncOutcome.NotNamed(plan.SourceRegion, _missing, response.RequestId));
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            return ResponseLost(exception);
        }
        // After a lost response, the copies in progress may be those of this run.
        catch (TencentCloudException exception) when (ShowsBusySource(exception) && (_losses.Any || !options.FailWhenBusy))
        {
            return state.SourceBusy(exception, clock.Now);
        }
        catch (TencentCloudException exception)
        {
            return new SyncState.Finished(exception);
        }
        catch (OperationCanceledException)
        {
            CopyLog.CancelledWhileRequesting(logger, plan.Image.ImageId, Localized.List(_missing));
            throw;
        }
    }

    /// <summary>Takes the copies that the response names beyond doubt. The others may exist too, so they are searched for.</summary>
    private void TakeNamed(SyncImagesResponse response)
    {
        foreach (var copy in NamedCopies.Read(response.ImageSet, _missing, plan.Image.ImageId))
        {
            if (report.Claim(copy.Key, copy.Value))
                Created(copy.Key, copy.Value);
        }
    }

    private SyncState.Searching ResponseLost(TencentCloudException exception)
    {
        CopyLog.ResponseLost(logger, plan.Image.ImageId, Localized.List(_missing), exception.Code);
        _losses = _losses.With(exception);
        _requestId = exception.RequestId;
        return SyncState.Sending.ResponseLost(clock.Now);
    }

    private void Created(string region, string copyId)
    {
        Remove(region);
        report.Created(new RequestedCopy(region, copyId, _requestedAt, _requestId));
    }

    // An error of one destination says nothing about the source, so each has its own dry run.
    private async Task<SyncState> CheckAsync(SyncState.Checking state, CancellationToken cancellationToken)
    {
        var regions = _missing.ToArray();
        var errors = await Task.WhenAll(regions.Select(region => DryRunAsync(region, cancellationToken)));
        if (Array.Find(errors, error => error is not null && ShowsBusySource(error)) is { } busy)
            return state.SourceBusy(busy, clock.Now);
        if (Array.Exists(errors, error => error is null or { Kind: TencentCloudErrorKind.Service or TencentCloudErrorKind.Authorization }))
            return SyncState.Checking.SourceFree(_losses.Last!);

        for (var index = 0; index < regions.Length; index++)
        {
            Remove(regions[index]);
            report.Failed(regions[index], SyncOutcome.Unknown(regions[index], _losses, errors[index]!));
        }

        return new SyncState.Finished();
    }

    private async Task<TencentCloudException?> DryRunAsync(string region, CancellationToken cancellationToken)
    {
        try
        {
            await client.SyncImagesAsync(plan.SourceRegion, call with { DestinationRegions = [region], DryRun = true }, cancellationToken);
            return null;
        }
        catch (TencentCloudException exception)
        {
            return exception;
        }
    }

    private async Task<SyncState> PollAsync(SyncState.Polling state, CancellationToken cancellationToken)
    {
        // In this order: once the source is free, its copies are visible.
        var began = clock.Now;
        var isBusy = await search.IsSourceBusyAsync(cancellationToken);
        DateTimeOffset? ownSince = _losses.Any ? _began - LostResponses.ClockTolerance : null;
        await Task.WhenAll(_missing.ToArray().Select(region => SearchAsync(region, ownSince, maxAge: null, cancellationToken)));

        var poll = new SourcePoll(began, isBusy, SourceNotReady(), options.BusySourceTimeout);
        var next = _missing.Count > 0 ? state.After(poll, _losses) : new SyncState.Finished();
        if (next is SyncState.Polling)
        {
            if (next is SyncState.WaitingForSource waiting)
                ShowWait(clock.Now - waiting.Since);
            await place.PauseAsync(state.PauseAt(clock.Now), cancellationToken);
            return next;
        }

        ShowWait(null);
        TakeFailures();
        if (_missing.Count > 0 && next is SyncState.Sending)
            CopyLog.RequestingMissing(logger, plan.Image.ImageId, Localized.List(_missing));
        return next;
    }

    private void ShowWait(TimeSpan? elapsed)
    {
        if (elapsed is null && !_isWaitShown)
            return;
        _isWaitShown = elapsed is not null;
        options.WaitingForSource?.Invoke(new BusySourceWait(plan.Image.ImageId, plan.Image.ImageName, plan.SourceRegion, [.. _missing], elapsed, options.BusySourceTimeout));
    }

    /// <summary>Searches a destination, and takes the copy as soon as it is found.</summary>
    private async Task SearchAsync(string region, DateTimeOffset? ownSince, TimeSpan? maxAge, CancellationToken cancellationToken)
    {
        await search.SearchAsync(region, ownSince, maxAge, cancellationToken);
        if (search.Found.TryGetValue(region, out var found))
            Take(region, found);
    }

    private void Take(string region, CopySearch.SearchResult found)
    {
        var copy = found.Copy!;
        if (found.IsOwn)
        {
            CopyLog.Adopting(logger, copy.ImageId, region, plan.Image.ImageId);
            Created(region, copy.ImageId);
            return;
        }

        CopyLog.Reusing(logger, copy, region, timeProvider.GetUtcNow());
        Remove(region);
        report.Reused(region, copy);
    }

    /// <summary>Fails the destinations that the last search did not reach: copying without knowing their contents could create a second copy.</summary>
    private void TakeFailures()
    {
        foreach (var region in _missing.ToArray())
        {
            if (search.FailureIn(region) is not { } failure)
                continue;
            Remove(region);
            report.Failed(region, _losses.Any && failure is TencentCloudException unreachable
                ? SyncOutcome.Unknown(region, _losses, unreachable)
                : failure);
        }
    }

    // Searches of several regions may end at the same time.
    private void Remove(string region)
    {
        lock (_missing)
            _missing.Remove(region);
    }

    // After a lost response, a name that is taken although no image with it is visible shows a copy in progress too.
    private bool ShowsBusySource(TencentCloudException exception) =>
        exception.Kind == TencentCloudErrorKind.SourceBusy
        || (_losses.Any && exception.Code == NameTaken && !_missing.Exists(search.HasSameName));

    private RuleViolationException SourceNotReady() =>
        new(ImageRules.CheckState(plan.Image with { ImageState = ImageStates.Syncing }, plan.SourceRegion)!);
}
