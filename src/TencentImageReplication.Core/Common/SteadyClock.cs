namespace TencentImageReplication.Core.Common;

/// <summary>A clock for intervals and deadlines: it starts with the time of day, and ignores later changes of that.</summary>
/// <param name="timeProvider">The clock of the machine.</param>
internal sealed class SteadyClock(TimeProvider timeProvider)
{
    private readonly DateTimeOffset _start = timeProvider.GetUtcNow();
    private readonly long _timestamp = timeProvider.GetTimestamp();

    /// <summary>The time.</summary>
    public DateTimeOffset Now => _start + timeProvider.GetElapsedTime(_timestamp);

    /// <summary>Waits until a time of this clock.</summary>
    public Task PauseUntilAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        time - Now is var pause && pause > TimeSpan.Zero ? timeProvider.PauseAsync(pause, cancellationToken) : Task.CompletedTask;

    /// <summary>Returns the time of this clock that a time of day is, or was. A time in the future counts as now.</summary>
    public DateTimeOffset From(DateTimeOffset timeOfDay)
    {
        var ago = timeProvider.GetUtcNow() - timeOfDay;
        if (ago <= TimeSpan.Zero)
            return Now;
        return Now - DateTimeOffset.MinValue > ago ? Now - ago : DateTimeOffset.MinValue;
    }
}
