namespace TencentImageReplication.Simulator;

/// <summary>Waits in the time of the simulator.</summary>
internal static class VirtualDelay
{
    public static Task WaitAsync(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
        delay <= TimeSpan.Zero ? Task.CompletedTask : DelayAsync(timeProvider, delay, cancellationToken);

    /// <summary>Waits until the client gives up.</summary>
    public static Task WaitForCancellationAsync(CancellationToken cancellationToken) =>
        DelayAsync(TimeProvider.System, Timeout.InfiniteTimeSpan, cancellationToken);

    private static Task DelayAsync(TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken)
    {
#if NET
        return Task.Delay(delay, timeProvider, cancellationToken);
#else
        return timeProvider.Delay(delay, cancellationToken);
#endif
    }
}
