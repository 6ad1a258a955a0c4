namespace TencentImageReplication.Core.Common;

/// <summary>A clock for intervals and deadlines: it starts with the time of day, and ignores later changes of that.</summary>
internal sealed class SteadyClock(TimeProvider timeProvider)
{
    private readonly DateTimeOffset _start = timeProvider.GetUtcNow();
    private readonly long _timestamp = timeProvider.GetTimestamp();

    /// <summary>The time.</summary>
    public DateTimeOffset Now => _start + timeProvider.GetElapsedTime(_timestamp);
}
