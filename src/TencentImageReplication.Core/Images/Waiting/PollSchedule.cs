namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>When to look again, and how long it may still take.</summary>
internal static class PollSchedule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // The service says: a copy takes 10 to 30 minutes.
    private static readonly TimeSpan UsualDuration = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongDuration = TimeSpan.FromMinutes(30);

    /// <summary>The pause until the next round: short when something is new or nearly ready, longer in between.</summary>
    public static TimeSpan Pause(IEnumerable<PendingImageState> pending, DateTimeOffset now) => pending.Min(watched => Pause(watched, now));

    /// <summary>The estimate until the image is ready: from its measured progress, else from how long copies usually take.</summary>
    public static TimeSpan Remaining(PendingImageState watched, DateTimeOffset now)
    {
        var elapsed = now - watched.StartedAt;
        if (watched.Percent is > 0 and <= 100 and var percent)
            return TimeSpan.FromTicks(elapsed.Ticks * (100 - percent) / percent);
        if (elapsed < UsualDuration)
            return UsualDuration - elapsed;
        return elapsed < LongDuration ? LongDuration - elapsed : TimeSpan.FromMinutes(1);
    }

    private static TimeSpan Pause(PendingImageState watched, DateTimeOffset now)
    {
        // The first percents tell little of the speed, so the time that has passed bounds what they promise.
        var elapsed = (now - watched.StartedAt).Ticks;
        var ticks = watched.Percent is > 0 ? Math.Min(Remaining(watched, now).Ticks / 4, elapsed / 2) : elapsed / 5;
        return TimeSpan.FromTicks(Math.Min(Math.Max(ticks, Shortest.Ticks), Longest.Ticks));
    }
}
