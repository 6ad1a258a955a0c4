using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The states of requesting the copies of one image with SyncImages, and the transitions between them.</summary>
/// <remarks>
/// <code>
/// Sending ──accepted, refused──► Finished
///    │ ├──response lost──► Searching ──window over──► Sending, or Checking after three lost responses
///    │ │                       └──source busy──► WaitingForSource
///    │ └──source busy──► WaitingForSource ──source free──► Sending or Checking
///    │                         └──timeout──► Finished
/// Checking ──source busy──► WaitingForSource
///    └──source free──► Finished
/// </code>
/// From each state, finding all copies leads to Finished.
/// </remarks>
internal abstract record SyncState
{
    // A busy source stays busy for minutes, so nothing is sent to it for some. It is looked at more often: it may become free soon.
    private static readonly TimeSpan MinBusyPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxBusyPause = TimeSpan.FromMinutes(4);
    private static readonly Backoff BusyBackoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

    private SyncState()
    {
    }

    /// <summary>The source is free as far as is known: the request is sent next.</summary>
    /// <param name="BusySince">The time since which the source was busy before; null if it was not.</param>
    internal sealed record Sending(DateTimeOffset? BusySince = null) : SyncState
    {
        /// <summary>The response was lost. The search for new copies lasts as long as after an earlier request.</summary>
        public static Searching ResponseLost(DateTimeOffset now) => new(now + LostResponses.VisibilityWindow, LostResponses.SearchBackoff);

        /// <summary>The service refused the request because the source is busy.</summary>
        public WaitingForSource SourceBusy(Exception reason, DateTimeOffset now) => WaitingForSource.Start(reason, BusySince ?? now, now, isSeen: false);
    }

    /// <summary>Responses were lost too often: a dry run checks whether the last request has made the source busy.</summary>
    /// <param name="BusySince">The time since which the source was busy before; null if it was not.</param>
    internal sealed record Checking(DateTimeOffset? BusySince = null) : SyncState
    {
        /// <summary>The dry run was refused because the source is busy.</summary>
        public WaitingForSource SourceBusy(Exception reason, DateTimeOffset now) => WaitingForSource.Start(reason, BusySince ?? now, now, isSeen: false);

        /// <summary>The source is free: no request has taken effect.</summary>
        /// <param name="lost">The last lost response.</param>
        public static Finished SourceFree(TencentCloudException lost) => new(lost);
    }

    /// <summary>The result for each destination is known.</summary>
    /// <param name="Refusal">The error of the destinations without a copy; null when there are none.</param>
    internal sealed record Finished(Exception? Refusal = null) : SyncState;

    /// <summary>The destinations are polled for copies.</summary>
    /// <param name="Until">The end of the time in which copies can become visible, or in which nothing is sent to the source.</param>
    /// <param name="Backoff">The pauses between polls.</param>
    internal abstract record Polling(DateTimeOffset Until, Backoff Backoff) : SyncState
    {
        /// <summary>Returns the next state after a poll that did not find all copies.</summary>
        /// <param name="poll">The poll.</param>
        /// <param name="losses">The lost responses so far.</param>
        public abstract SyncState After(SourcePoll poll, LostResponses losses);

        /// <summary>Returns the pause before the next poll. One poll is at the end of the time.</summary>
        public TimeSpan PauseAt(DateTimeOffset now) => now < Until && now + Backoff.Pause > Until ? Until - now : Backoff.Pause;

        /// <summary>Returns the state in which the source is free.</summary>
        protected static SyncState SourceFree(DateTimeOffset? busySince, LostResponses losses) =>
            losses.MayRetry ? new Sending(busySince) : new Checking(busySince);
    }

    /// <summary>A response was lost: the request may have created copies.</summary>
    internal sealed record Searching(DateTimeOffset Until, Backoff Backoff) : Polling(Until, Backoff)
    {
        /// <inheritdoc/>
        public override SyncState After(SourcePoll poll, LostResponses losses)
        {
            if (poll.SourceIsBusy == true)
                return new WaitingForSource(poll.BusyReason, poll.Began, Until, Backoff.Next, IsSeen: true);
            return poll.Began >= Until ? SourceFree(null, losses) : this with { Backoff = Backoff.Next };
        }
    }

    /// <summary>The source is being copied: the copies in progress may be the wanted ones.</summary>
    /// <param name="Reason">The error of the busy source.</param>
    /// <param name="Since">The time since which the source has been busy.</param>
    /// <param name="Until">The time until which nothing is sent, unless the service shows that the source is free.</param>
    /// <param name="Backoff">The pauses between polls.</param>
    /// <param name="IsSeen">True when the service shows the source as busy, which it does not always do.</param>
    internal sealed record WaitingForSource(Exception Reason, DateTimeOffset Since, DateTimeOffset Until, Backoff Backoff, bool IsSeen)
        : Polling(Until, Backoff)
    {
        /// <summary>Starts the wait. The longer the source has been busy, the longer nothing is sent to it.</summary>
        public static WaitingForSource Start(Exception reason, DateTimeOffset since, DateTimeOffset now, bool isSeen)
        {
            var pause = TimeSpan.FromTicks(Math.Min(Math.Max((now - since).Ticks * 2, MinBusyPause.Ticks), MaxBusyPause.Ticks));
            return new WaitingForSource(reason, since, now + pause, BusyBackoff, isSeen);
        }

        /// <inheritdoc/>
        public override SyncState After(SourcePoll poll, LostResponses losses)
        {
            var isSeen = poll.SourceIsBusy ?? IsSeen;
            if (poll.Began >= Since + poll.BusyTimeout)
                return new Finished(Reason);
            // What a lost request has created may become visible until the end of the window, even if the source is free.
            if (!isSeen && (poll.Began >= Until || (IsSeen && !losses.Any)))
                return SourceFree(Since, losses);
            return this with { Backoff = Backoff.Next, IsSeen = isSeen };
        }
    }
}

/// <summary>One poll of the source and the destinations.</summary>
/// <param name="Began">The time when it began: what it did not find did not exist then.</param>
/// <param name="SourceIsBusy">True when the service shows the source as busy; null when there was no response.</param>
/// <param name="BusyReason">The error of a busy source.</param>
/// <param name="BusyTimeout">The maximum wait for a busy source.</param>
internal sealed record SourcePoll(DateTimeOffset Began, bool? SourceIsBusy, Exception BusyReason, TimeSpan BusyTimeout);
