namespace TencentImageReplication.FaultRuns;

/// <summary>The clock of a process of the administrator. It runs like that of the service, but can be wrong.</summary>
internal sealed class ClientClock(TimeProvider real, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + skew;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
