namespace TencentImageReplication.Core.Common;

/// <summary>
/// Measures intervals and deadlines. The wall clock can be set forward or back meanwhile, so it must not be used for them.
/// </summary>
/// <param name="timeProvider">The clock of the machine.</param>
internal sealed class MonotonicClock(TimeProvider timeProvider)
{
    private readonly long _start = timeProvider.GetTimestamp();

    /// <summary>The time since this clock was created.</summary>
    public TimeSpan Now => timeProvider.GetElapsedTime(_start);

    /// <summary>Waits until a time of this clock.</summary>
    public Task PauseUntilAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time - Now is var pause && pause > TimeSpan.Zero ? timeProvider.PauseAsync(pause, cancellationToken) : Task.CompletedTask;

    /// <summary>Returns the time of this clock that a time of the wall clock is, or was. A time in the future counts as now.</summary>
    public TimeSpan From(DateTimeOffset wallTime)
    {
        var ago = timeProvider.GetUtcNow() - wallTime;
        return ago > TimeSpan.Zero ? Now - ago : Now;
    }
}
