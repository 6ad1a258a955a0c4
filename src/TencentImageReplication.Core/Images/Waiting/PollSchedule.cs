namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>Calculates the next poll and the remaining time.</summary>
internal static class PollSchedule
{
    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    // Source: the SyncImages page, a copy takes 10 to 30 minutes.
    private static readonly TimeSpan UsualDuration = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongDuration = TimeSpan.FromMinutes(30);

    // A longer estimate comes from a start that cannot be right.
    private static readonly TimeSpan MaxRemaining = TimeSpan.FromDays(36500);

    /// <summary>Calculates the pause until the next poll: short for new and nearly available images, longer in between.</summary>
    public static TimeSpan Pause(IEnumerable<PendingImageState> pending, DateTimeOffset now) => pending.Min(image => Pause(image, now));

    /// <summary>Estimates the time until the image is available: from its progress, or from the usual duration of copies.</summary>
    public static TimeSpan Remaining(PendingImageState pending, DateTimeOffset now)
    {
        var elapsed = now - pending.StartedAt;
        if (pending.Percent is > 0 and <= 100 and var percent)
            return TimeSpan.FromTicks((long)Math.Min((double)elapsed.Ticks * (100 - percent) / percent, MaxRemaining.Ticks));
        if (elapsed < UsualDuration)
            return UsualDuration - elapsed;
        return elapsed < LongDuration ? LongDuration - elapsed : TimeSpan.FromMinutes(1);
    }

    private static TimeSpan Pause(PendingImageState pending, DateTimeOffset now)
    {
        // The first percents say little about the speed, so the elapsed time limits the estimate.
        var elapsed = (now - pending.StartedAt).Ticks;
        var ticks = pending.Percent is > 0 ? Math.Min(Remaining(pending, now).Ticks / 4, elapsed / 2) : elapsed / 5;
        return TimeSpan.FromTicks(Math.Min(Math.Max(ticks, MinPause.Ticks), MaxPause.Ticks));
    }
}
