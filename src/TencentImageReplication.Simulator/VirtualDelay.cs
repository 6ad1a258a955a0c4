namespace TencentImageReplication.Simulator;

/// <summary>Waits in the simulator's time.</summary>
internal static class VirtualDelay
{
    public static Task WaitAsync(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
            return Task.CompletedTask;
#if NET
        return Task.Delay(delay, timeProvider, cancellationToken);
#else
        return timeProvider.Delay(delay, cancellationToken);
#endif
    }
}
