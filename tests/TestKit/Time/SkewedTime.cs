namespace TencentImageReplication.TestKit.Time;

/// <summary>The clock of another machine: it passes as the real one does, and shows a wrong time, which can be set meanwhile.</summary>
public sealed class SkewedTime(TimeProvider real, TimeSpan skew) : TimeProvider
{
    /// <summary>How far the time that it shows is off. Intervals and timers do not depend on it.</summary>
    public TimeSpan Skew { get; set; } = skew;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Skew;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
