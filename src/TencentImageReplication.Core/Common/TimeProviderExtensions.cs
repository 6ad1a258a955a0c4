namespace TencentImageReplication.Core.Common;

/// <summary>What .NET 8 and the package for older platforms name differently about <see cref="TimeProvider"/>.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>A source that cancels itself after a while.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay)
    {
#if NET
        return new CancellationTokenSource(delay, time);
#else
        return time.CreateCancellationTokenSource(delay);
#endif
    }

    /// <summary>Lets a while pass. Timers count whole milliseconds and cut the rest off: a pause never ends too early.</summary>
    public static Task PauseAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
#if NET
        return Task.Delay(whole, time, cancellationToken);
#else
        return time.Delay(whole, cancellationToken);
#endif
    }
}
