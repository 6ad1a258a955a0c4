using System.Threading.RateLimiting;

namespace TencentImageReplication.Core.Common;

/// <summary>Lets a number of pieces of work run at a time; the others wait, first come first served.</summary>
/// <remarks>Unlike that of a semaphore, its wait stays with the scheduler of the work.</remarks>
#pragma warning disable CA1001 // There is nothing to dispose of, and work that is abandoned still gives its place back.
public sealed class ConcurrencyLimit(int count)
#pragma warning restore CA1001
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = count,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a place. Disposing of what is returned gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => await _limiter.AcquireAsync(1, cancellationToken);

    /// <summary>Waits for a place, and does work in it.</summary>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
            await work();
    }
}
