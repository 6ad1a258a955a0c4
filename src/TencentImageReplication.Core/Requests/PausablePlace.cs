using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>A place in a concurrency limit that others may use during a pause.</summary>
internal sealed class PausablePlace(ConcurrencyLimit limit, TimeProvider timeProvider) : IDisposable
{
    private IDisposable? _place;

    /// <summary>Waits for the place.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken) => _place = await limit.EnterAsync(cancellationToken);

    /// <summary>Gives the place up for a pause, then waits for it again.</summary>
    public Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        LeaveForAsync(timeProvider.PauseAsync(pause, cancellationToken), cancellationToken);

    /// <summary>Gives the place up until other work is done, then waits for it again.</summary>
    public async Task LeaveForAsync(Task work, CancellationToken cancellationToken)
    {
        Dispose();
        await work;
        await EnterAsync(cancellationToken);
    }

    /// <summary>Gives the place up.</summary>
    public void Dispose()
    {
        _place?.Dispose();
        _place = null;
    }
}
