using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Calls SyncImages so that no copy is lost or made twice. The action has no ClientToken: when an answer is lost, the
/// destinations are searched for what the call may have made, that is adopted, and only what is missing is asked for
/// again. Nothing is asked for while the source is busy: what keeps it so may be the very copies that are wanted.
/// </summary>
internal sealed class LostCallReconciler(
    CvmClient client, ImageCopyOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How many answers may get lost before it is given up.</summary>
    private const int MostLostAnswers = 3;

    private const string NameTaken = "InvalidImageName.Duplicate";

    /// <summary>How long a copy may take to be seen in its region after the call that made it.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    /// <summary>How long what was seen in the destinations holds good.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>How far the clocks of this machine and the service may be apart (the service refuses more).</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    // What a lost call has made shows soon. A busy source stays so for minutes.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstBusyPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBusyPause = TimeSpan.FromMinutes(4);

    /// <summary>Asks for the copies, repeatedly where that is safe.</summary>
    /// <param name="plan">What is to be copied where.</param>
    /// <param name="call">The request for it.</param>
    /// <param name="search">Looks for what was made of it.</param>
    /// <param name="cancellationToken">Ends it. What was asked for by then is made all the same.</param>
    public async Task<SyncOutcome> SyncAsync(
        ImageCopyPlan plan, SyncImagesRequest call, CopySearch search, CancellationToken cancellationToken)
    {
        var work = new Work(plan, call, search, timeProvider.GetUtcNow());
        if (plan.Image.ImageState == ImageStates.Syncing)
        {
            SetBusy(work, NotReady(plan));
            work.IsSeenBusy = true;
        }
        else if (timeProvider.GetUtcNow() - search.KnownSince > Fresh)
        {
            // Much can have happened while the image waited for its turn, or a person thought it over.
            await search.LookAsync(work.Missing, ownSince: null, mayBeOld: Fresh, cancellationToken).ConfigureAwait(false);
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
            if (work.LostAnswers < MostLostAnswers)
                CopyLog.AskingFor(logger, plan.Image.ImageId, Localized.List(work.Missing));
            else if (!await HasMadeBusyAsync(work, cancellationToken).ConfigureAwait(false))
                break;
        }

        return work.Outcome;
    }

    /// <returns>Whether the service has answered for good.</returns>
    private async Task<bool> SendAsync(Work work, CancellationToken cancellationToken)
    {
        var source = work.Plan.Image.ImageId;
        try
        {
            work.Outcome.AskedAt = timeProvider.GetUtcNow();
            options.Asking?.Invoke(work.Plan with { DestinationRegions = [.. work.Missing] });
            var answer = await client.SyncImagesAsync(
                work.Plan.SourceRegion, work.Call with { DestinationRegions = [.. work.Missing] }, cancellationToken).ConfigureAwait(false);
            foreach (var copy in answer.ImageSet)
                work.Outcome.Made[copy.Region ?? ""] = copy.ImageId ?? "";
            foreach (var region in work.Missing.Where(region => !work.Outcome.Made.ContainsKey(region)))
                work.Outcome.Failures[region] = SyncOutcome.NotNamed(region, answer.RequestId);
            work.Outcome.RequestId = answer.RequestId;
            work.Missing.Clear();
            return true;
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            work.Lost = exception;
            work.Outcome.RequestId = exception.RequestId;
            work.LostAnswers++;
            // What this call has made is looked for as long as what an earlier one has.
            work.BusySince = null;
            CopyLog.AnswerLost(logger, source, Localized.List(work.Missing), exception.Code);
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
            CopyLog.AskedAndCancelled(logger, source, Localized.List(work.Missing));
            throw;
        }
    }

    /// <summary>Asks with a trial call, which makes nothing, whether the last of the lost calls has made the source busy.</summary>
    private async Task<bool> HasMadeBusyAsync(Work work, CancellationToken cancellationToken)
    {
        try
        {
            var trial = work.Call with { DestinationRegions = [.. work.Missing], DryRun = true };
            await client.SyncImagesAsync(work.Plan.SourceRegion, trial, cancellationToken).ConfigureAwait(false);
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

    // The name is taken where no image shows that has it: by what a lost call has made.
    private static bool ShowsALostCopy(Work work, TencentCloudException exception) =>
        work.Lost is not null && exception.Code == NameTaken && !work.Missing.Exists(work.Search.HasNamesake);

    /// <summary>
    /// Searches the destinations until all copies are found, or none can be expected any more and the source can be asked
    /// for the missing ones, or the time for that is over.
    /// </summary>
    private async Task LookAsync(Work work, CancellationToken cancellationToken)
    {
        var wait = work.Busy is null ? VisibilityWindow : work.BusyPause;
        var (pause, longest) = work.Busy is null ? (FirstPause, LongestPause) : (wait, LongestBusyPause);
        work.BusyPause = Doubled(work.BusyPause, LongestBusyPause);
        var until = timeProvider.GetUtcNow() + wait;
        while (true)
        {
            // In this order: once the source is free, its copies are there to be seen. And a look may take long: what it does
            // not find was not there when it began.
            var now = timeProvider.GetUtcNow();
            var isSeenBusy = await work.Search.IsSourceBusyAsync(cancellationToken).ConfigureAwait(false) ?? work.IsSeenBusy;
            await work.Search.LookAsync(work.NotFound, work.OwnSince, mayBeOld: null, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Settles what the search has found, and the destinations that it did not reach.</summary>
    private void TakeOver(Work work)
    {
        foreach (var region in work.Missing.ToArray())
        {
            if (work.Search.Found.TryGetValue(region, out var look))
            {
                var copy = look.Copy!;
                if (look.IsOwn)
                {
                    CopyLog.Adopting(logger, copy.ImageId, region, work.Plan.Image.ImageId);
                    work.Outcome.Made[region] = copy.ImageId;
                }
                else
                {
                    CopyLog.Reusing(logger, copy.ImageId, region, copy.ImageName, copy.ImageState);
                    work.Outcome.Reused[region] = copy;
                }

                work.Missing.Remove(region);
            }
            else if (work.Search.WhyNotKnown(region) is { } failure)
            {
                // Copying without knowing what is there could make a second copy.
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

        /// <summary>From when on a copy must be of this work's making; null when nothing was asked for.</summary>
        public DateTimeOffset? OwnSince => Lost is null ? null : Began - ClockTolerance;

        /// <summary>The last lost answer.</summary>
        public TencentCloudException? Lost { get; set; }

        public int LostAnswers { get; set; }

        /// <summary>Why the source cannot be asked for; null when it can, as far as is known.</summary>
        public Exception? Busy { get; set; }

        public DateTimeOffset? BusySince { get; set; }

        public bool IsBusyTold { get; set; }

        public TimeSpan BusyPause { get; set; } = FirstBusyPause;

        /// <summary>Whether the service shows the source to be busy, which it need not.</summary>
        public bool IsSeenBusy { get; set; }
    }
}
