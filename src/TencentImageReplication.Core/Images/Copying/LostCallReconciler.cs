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
/// response, it searches the destinations for copies that the request may have created, uses them, and requests only the missing
/// ones again. It sends nothing while the source is busy, because the copies in progress may be the wanted ones.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="options">The options of the run.</param>
/// <param name="plan">The image and its destinations.</param>
/// <param name="call">The request to send.</param>
/// <param name="search">Searches for the copies.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class LostCallReconciler(
    CvmClient client,
    ImageCopyOptions options,
    ImageCopyPlan plan,
    SyncImagesRequest call,
    CopySearch search,
    TimeProvider timeProvider,
    ILogger logger)
{
    private const string NameTaken = "InvalidImageName.Duplicate";

    /// <summary>The time for which the known contents of the destinations are valid.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly SyncOutcome _outcome = new() { Missing = [.. plan.DestinationRegions] };
    private readonly DateTimeOffset _began = timeProvider.GetUtcNow();
    private LostResponses _losses = LostResponses.None;
    private bool _isBusyLogged;

    private List<string> Missing => _outcome.Missing;

    private IEnumerable<string> NotFound => Missing.Where(region => !search.Found.ContainsKey(region));

    /// <summary>Requests the copies, and retries where that is safe. Once only.</summary>
    /// <param name="cancellationToken">Cancels. Copies that were requested by then are still created.</param>
    public async Task<SyncOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var state = await StartAsync(cancellationToken);
        while (Missing.Count > 0 && state is not SyncState.Finished)
        {
            if (state is SyncState.WaitingForSource && !_isBusyLogged)
            {
                CopyLog.SourceIsBusy(logger, plan.Image.ImageId, plan.SourceRegion);
                _isBusyLogged = true;
            }

            state = state switch
            {
                SyncState.Sending sending => await SendAsync(sending, cancellationToken),
                SyncState.Checking checking => await CheckAsync(checking, cancellationToken),
                _ => await PollAsync((SyncState.Polling)state, cancellationToken),
            };
        }

        if (Missing.Count > 0 && state is SyncState.Finished { Refusal: { } refusal })
        {
            _outcome.Refusal = refusal;
            _outcome.RequestId ??= (refusal as TencentCloudException)?.RequestId;
        }

        return _outcome;
    }

    private async Task<SyncState> StartAsync(CancellationToken cancellationToken)
    {
        if (plan.Image.ImageState == ImageStates.Syncing)
            return SyncState.WaitingForSource.Start(SourceNotReady(), _began, _began, isSeen: true);

        // Copies may have appeared while the image waited for its turn or for confirmation.
        if (_began - search.KnownSince > MaxAge)
        {
            await search.SearchAsync(Missing, ownSince: null, maxAge: MaxAge, cancellationToken);
            TakeFound();
        }

        return new SyncState.Sending();
    }

    private async Task<SyncState> SendAsync(SyncState.Sending state, CancellationToken cancellationToken)
    {
        try
        {
            _outcome.RequestedAt = timeProvider.GetUtcNow();
            options.Requesting?.Invoke(plan with { DestinationRegions = [.. Missing] });
            var response = await client.SyncImagesAsync(
                plan.SourceRegion, call with { DestinationRegions = [.. Missing] }, cancellationToken);
            foreach (var copy in response.ImageSet)
                _outcome.Created[copy.Region ?? ""] = copy.ImageId ?? "";
            foreach (var region in Missing.Where(region => !_outcome.Created.ContainsKey(region)))
                _outcome.Failures[region] = SyncOutcome.NotNamed(region, response.RequestId);
            _outcome.RequestId = response.RequestId;
            Missing.Clear();
            return new SyncState.Finished();
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            CopyLog.ResponseLost(logger, plan.Image.ImageId, Localized.List(Missing), exception.Code);
            _losses = _losses.With(exception);
            _outcome.RequestId = exception.RequestId;
            return SyncState.Sending.ResponseLost(timeProvider.GetUtcNow());
        }
        catch (TencentCloudException exception) when (ShowsBusySource(exception))
        {
            return state.SourceBusy(exception, timeProvider.GetUtcNow());
        }
        catch (TencentCloudException exception)
        {
            return new SyncState.Finished(exception);
        }
        catch (OperationCanceledException)
        {
            CopyLog.CancelledWhileRequesting(logger, plan.Image.ImageId, Localized.List(Missing));
            throw;
        }
    }

    private async Task<SyncState> CheckAsync(SyncState.Checking state, CancellationToken cancellationToken)
    {
        try
        {
            var dryRun = call with { DestinationRegions = [.. Missing], DryRun = true };
            await client.SyncImagesAsync(plan.SourceRegion, dryRun, cancellationToken);
            return SyncState.Checking.SourceFree(_losses.Last!);
        }
        catch (TencentCloudException exception) when (ShowsBusySource(exception))
        {
            return state.SourceBusy(exception, timeProvider.GetUtcNow());
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.Service)
        {
            return SyncState.Checking.SourceFree(_losses.Last!);
        }
        catch (TencentCloudException exception)
        {
            foreach (var region in Missing)
                _outcome.Failures[region] = SyncOutcome.Unknown(region, _losses, exception);
            Missing.Clear();
            return new SyncState.Finished();
        }
    }

    private async Task<SyncState> PollAsync(SyncState.Polling state, CancellationToken cancellationToken)
    {
        // In this order: once the source is free, its copies are visible.
        var began = timeProvider.GetUtcNow();
        var isBusy = await search.IsSourceBusyAsync(cancellationToken);
        DateTimeOffset? ownSince = _losses.Any ? _began - LostResponses.ClockTolerance : null;
        await search.SearchAsync(NotFound, ownSince, maxAge: null, cancellationToken);

        var poll = new SourcePoll(began, isBusy, SourceNotReady(), options.BusySourceTimeout);
        var next = NotFound.Any() ? state.After(poll, _losses) : new SyncState.Finished();
        if (next is SyncState.Polling)
        {
            await timeProvider.PauseAsync(state.Backoff.Pause, cancellationToken);
            return next;
        }

        TakeFound();
        if (Missing.Count > 0 && next is SyncState.Sending)
            CopyLog.RequestingMissing(logger, plan.Image.ImageId, Localized.List(Missing));
        return next;
    }

    /// <summary>Records the copies that the search has found, and the destinations that it did not reach.</summary>
    private void TakeFound()
    {
        foreach (var region in Missing.ToArray())
        {
            if (search.Found.TryGetValue(region, out var found))
            {
                var copy = found.Copy!;
                if (found.IsOwn)
                {
                    CopyLog.Adopting(logger, copy.ImageId, region, plan.Image.ImageId);
                    _outcome.Created[region] = copy.ImageId;
                }
                else
                {
                    CopyLog.Reusing(logger, copy.ImageId, region, copy.ImageName, copy.ImageState);
                    _outcome.Reused[region] = copy;
                }

                Missing.Remove(region);
            }
            else if (search.FailureIn(region) is { } failure)
            {
                // Copying without knowing the contents of the destination could create a second copy.
                _outcome.Failures[region] = _losses.Any && failure is TencentCloudException unreachable
                    ? SyncOutcome.Unknown(region, _losses, unreachable)
                    : failure;
                Missing.Remove(region);
            }
        }
    }

    // After a lost response, a name that is taken although no image with it is visible shows a copy in progress too.
    private bool ShowsBusySource(TencentCloudException exception) =>
        exception.Kind == TencentCloudErrorKind.SourceBusy
        || (_losses.Any && exception.Code == NameTaken && !Missing.Exists(search.HasSameName));

    private RuleViolationException SourceNotReady() =>
        new(ImageRules.CheckState(plan.Image with { ImageState = ImageStates.Syncing }, plan.SourceRegion)!);
}
