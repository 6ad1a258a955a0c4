using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Sends SyncImages so that no copy is lost or created twice. The action has no ClientToken: when there is no response, it searches
/// the destinations for copies that the request may have created, uses them, and requests only the missing ones again. It sends
/// nothing while the source is busy, because the copies in progress may be the wanted ones.
/// </summary>
internal sealed class LostCallReconciler(
    CvmClient client, ImageCopyOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The number of lost responses after which it gives up.</summary>
    private const int MaxLostResponses = 3;

    private const string NameTaken = "InvalidImageName.Duplicate";

    /// <summary>The time that a new copy may take to become visible in its region.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    /// <summary>The time for which the known contents of the destinations are valid.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    /// <summary>The largest clock difference that the service accepts in a request.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    // A copy becomes visible soon. A busy source stays busy for minutes.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstBusyPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxBusyPause = TimeSpan.FromMinutes(4);

    /// <summary>Requests the copies, and retries where that is safe.</summary>
    /// <param name="plan">The image and its destinations.</param>
    /// <param name="call">The request to send.</param>
    /// <param name="search">Searches for the copies.</param>
    /// <param name="cancellationToken">Cancels. Copies that were requested by then are still created.</param>
    public async Task<SyncOutcome> SyncAsync(
        ImageCopyPlan plan, SyncImagesRequest call, CopySearch search, CancellationToken cancellationToken)
    {
        var work = new Work(plan, call, search, timeProvider.GetUtcNow());
        if (plan.Image.ImageState == ImageStates.Syncing)
        {
            SetBusy(work, NotReady(plan));
            work.IsSeenBusy = true;
        }
        else if (timeProvider.GetUtcNow() - search.KnownSince > MaxAge)
        {
            // Copies may have appeared while the image waited for its turn or for confirmation.
            await search.SearchAsync(work.Missing, ownSince: null, maxAge: MaxAge, cancellationToken).ConfigureAwait(false);
            TakeOver(work);
        }

        while (work.Missing.Count > 0)
        {
            if (work.Busy is null && await SendAsync(work, cancellationToken).ConfigureAwait(false))
                break;

            await LookAsync(work, cancellationToken).ConfigureAwait(false);
            TakeOver(work);
            if (work.Missing.Count == 0)
                break;
            if (work.Busy is not null)
                return Refused(work, work.Busy);
            if (work.LostResponses < MaxLostResponses)
                CopyLog.RequestingMissing(logger, plan.Image.ImageId, Localized.List(work.Missing));
            else if (!await HasMadeBusyAsync(work, cancellationToken).ConfigureAwait(false))
                break;
        }

        return work.Outcome;
    }

    /// <returns>True when the response is final.</returns>
    private async Task<bool> SendAsync(Work work, CancellationToken cancellationToken)
    {
        var source = work.Plan.Image.ImageId;
        try
        {
            work.Outcome.RequestedAt = timeProvider.GetUtcNow();
            options.Requesting?.Invoke(work.Plan with { DestinationRegions = [.. work.Missing] });
            var response = await client.SyncImagesAsync(
                work.Plan.SourceRegion, work.Call with { DestinationRegions = [.. work.Missing] }, cancellationToken).ConfigureAwait(false);
            foreach (var copy in response.ImageSet)
                work.Outcome.Created[copy.Region ?? ""] = copy.ImageId ?? "";
            foreach (var region in work.Missing.Where(region => !work.Outcome.Created.ContainsKey(region)))
                work.Outcome.Failures[region] = SyncOutcome.NotNamed(region, response.RequestId);
            work.Outcome.RequestId = response.RequestId;
            work.Missing.Clear();
            return true;
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            work.Lost = exception;
            work.Outcome.RequestId = exception.RequestId;
            work.LostResponses++;
            // The search after this request lasts as long as the one after an earlier request.
            work.BusySince = null;
            CopyLog.ResponseLost(logger, source, Localized.List(work.Missing), exception.Code);
            return false;
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy || ShowsALostCopy(work, exception))
        {
            SetBusy(work, exception);
            return false;
        }
        catch (TencentCloudException exception)
        {
            Refused(work, exception);
            return true;
        }
        catch (OperationCanceledException)
        {
            CopyLog.CancelledWhileRequesting(logger, source, Localized.List(work.Missing));
            throw;
        }
    }

    /// <summary>Checks with a dry run whether the last request without a response has made the source busy.</summary>
    private async Task<bool> HasMadeBusyAsync(Work work, CancellationToken cancellationToken)
    {
        try
        {
            var dryRun = work.Call with { DestinationRegions = [.. work.Missing], DryRun = true };
            await client.SyncImagesAsync(work.Plan.SourceRegion, dryRun, cancellationToken).ConfigureAwait(false);
            Refused(work, work.Lost!);
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy || ShowsALostCopy(work, exception))
        {
            SetBusy(work, exception);
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.Service)
        {
            Refused(work, work.Lost!);
        }
        catch (TencentCloudException exception)
        {
            foreach (var region in work.Missing)
                work.Outcome.Failures[region] = SyncOutcome.Unknown(region, work.Lost!, exception);
            work.Missing.Clear();
        }

        return work.Busy is not null;
    }

    // The name is taken but no image with it is visible: a request without a response has created a copy.
    private static bool ShowsALostCopy(Work work, TencentCloudException exception) =>
        work.Lost is not null && exception.Code == NameTaken && !work.Missing.Exists(work.Search.HasSameName);

    /// <summary>
    /// Searches the destinations until all copies are found, or until no more can appear and the source is free, or until the time is
    /// over.
    /// </summary>
    private async Task LookAsync(Work work, CancellationToken cancellationToken)
    {
        var wait = work.Busy is null ? VisibilityWindow : work.BusyPause;
        var (pause, longest) = work.Busy is null ? (FirstPause, MaxPause) : (wait, MaxBusyPause);
        work.BusyPause = Doubled(work.BusyPause, MaxBusyPause);
        var until = timeProvider.GetUtcNow() + wait;
        while (true)
        {
            // In this order: once the source is free, its copies are visible. And a search may take long: what it does not find
            // did not exist when it began.
            var now = timeProvider.GetUtcNow();
            var isSeenBusy = await work.Search.IsSourceBusyAsync(cancellationToken).ConfigureAwait(false) ?? work.IsSeenBusy;
            await work.Search.SearchAsync(work.NotFound, work.OwnSince, maxAge: null, cancellationToken).ConfigureAwait(false);
            if (!work.NotFound.Any())
                return;

            var wasSeenBusy = work.IsSeenBusy;
            if (isSeenBusy)
                SetBusy(work, work.Busy ?? NotReady(work.Plan));
            work.IsSeenBusy = isSeenBusy;
            if (work.Busy is not null && now >= work.BusySince + options.BusySourceTimeout)
                return;
            if (!isSeenBusy && (now >= until || (wasSeenBusy && work.Lost is null)))
            {
                work.Busy = null;
                return;
            }

            await timeProvider.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
            pause = Doubled(pause, longest);
        }
    }

    /// <summary>Records the copies that the search has found, and the destinations that it did not reach.</summary>
    private void TakeOver(Work work)
    {
        foreach (var region in work.Missing.ToArray())
        {
            if (work.Search.Found.TryGetValue(region, out var found))
            {
                var copy = found.Copy!;
                if (found.IsOwn)
                {
                    CopyLog.Adopting(logger, copy.ImageId, region, work.Plan.Image.ImageId);
                    work.Outcome.Created[region] = copy.ImageId;
                }
                else
                {
                    CopyLog.Reusing(logger, copy.ImageId, region, copy.ImageName, copy.ImageState);
                    work.Outcome.Reused[region] = copy;
                }

                work.Missing.Remove(region);
            }
            else if (work.Search.FailureIn(region) is { } failure)
            {
                // Copying without knowing the contents of the destination could create a second copy.
                work.Outcome.Failures[region] = work.Lost is null || failure is not TencentCloudException unreachable
                    ? failure
                    : SyncOutcome.Unknown(region, work.Lost, unreachable);
                work.Missing.Remove(region);
            }
        }
    }

    private static SyncOutcome Refused(Work work, Exception refusal)
    {
        work.Outcome.Refusal = refusal;
        work.Outcome.RequestId ??= (refusal as TencentCloudException)?.RequestId;
        return work.Outcome;
    }

    private void SetBusy(Work work, Exception why)
    {
        if (!work.IsBusyTold)
            CopyLog.SourceIsBusy(logger, work.Plan.Image.ImageId, work.Plan.SourceRegion);
        work.IsBusyTold = true;
        work.Busy = why;
        work.BusySince ??= timeProvider.GetUtcNow();
    }

    private static RuleViolationException NotReady(ImageCopyPlan plan) =>
        new(ImageRules.CheckState(plan.Image with { ImageState = ImageStates.Syncing }, plan.SourceRegion)!);

    private static TimeSpan Doubled(TimeSpan pause, TimeSpan longest) => TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, longest.Ticks));

    private sealed class Work
    {
        public Work(ImageCopyPlan plan, SyncImagesRequest call, CopySearch search, DateTimeOffset began)
        {
            (Plan, Call, Search, Began) = (plan, call, search, began);
            Outcome = new SyncOutcome { Missing = [.. plan.DestinationRegions] };
        }

        public ImageCopyPlan Plan { get; }

        public SyncImagesRequest Call { get; }

        public CopySearch Search { get; }

        public DateTimeOffset Began { get; }

        public SyncOutcome Outcome { get; }

        public List<string> Missing => Outcome.Missing;

        public IEnumerable<string> NotFound => Missing.Where(region => !Search.Found.ContainsKey(region));

        /// <summary>The time since which a new copy belongs to this request; null when no response was lost.</summary>
        public DateTimeOffset? OwnSince => Lost is null ? null : Began - ClockTolerance;

        /// <summary>The last lost response.</summary>
        public TencentCloudException? Lost { get; set; }

        public int LostResponses { get; set; }

        /// <summary>The error of a busy source; null when it is free as far as is known.</summary>
        public Exception? Busy { get; set; }

        public DateTimeOffset? BusySince { get; set; }

        public bool IsBusyTold { get; set; }

        public TimeSpan BusyPause { get; set; } = FirstBusyPause;

        /// <summary>True when the service shows the source as busy, which it does not always do.</summary>
        public bool IsSeenBusy { get; set; }
    }
}
