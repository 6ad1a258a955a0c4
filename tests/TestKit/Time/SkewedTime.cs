namespace TencentImageReplication.TestKit.Time;

/// <summary>The clock of another machine: it passes as the real one does, and shows a wrong time.</summary>
public sealed class SkewedTime(TimeProvider real, TimeSpan skew) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + skew;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
