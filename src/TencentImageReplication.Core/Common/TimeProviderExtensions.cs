namespace TencentImageReplication.Core.Common;

/// <summary>Methods of <see cref="TimeProvider"/> that have different names in .NET 8 and in the package for older platforms.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Creates a source that cancels itself after a delay.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay)
    {
#if NET
        return new CancellationTokenSource(delay, time);
#else
        return time.CreateCancellationTokenSource(delay);
#endif
    }

    /// <summary>Waits. Rounds up to whole milliseconds, because timers cut the rest and would end too early.</summary>
    public static async Task PauseAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
#if NET
        await Task.Delay(whole, time, cancellationToken);
#else
        await time.Delay(whole, cancellationToken);
#endif
    }
}
