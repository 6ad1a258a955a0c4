using System.Collections.Concurrent;
using System.Threading.Channels;
using TencentImageReplication.Core.Images.Waiting;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>Lets many copies share one <see cref="ImageWaiter"/>, so that one request asks for all of a region.</summary>
internal sealed class WaitRun
{
    private readonly Channel<WaitTarget> _targets = Channel.CreateUnbounded<WaitTarget>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<TaskCompletionSource<WaitResult>, bool> _waiting = new();
    private readonly Task _run;

    /// <param name="waiter">Waits for the images.</param>
    /// <param name="report">Receives the progress; called from any thread.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public WaitRun(ImageWaiter waiter, Action<WaitProgress> report, CancellationToken cancellationToken) =>
        _run = RunAsync(waiter, report, cancellationToken);

    /// <summary>Waits for an image.</summary>
    public async Task<WaitResult> WaitAsync(WaitTarget target)
    {
        var waiting = new TaskCompletionSource<WaitResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.TryAdd(waiting, true);
        _targets.Writer.TryWrite(target with { Tag = waiting });
        return await waiting.Task;
    }

    /// <summary>Ends the run once the wait for everything has ended.</summary>
    public Task CompleteAsync()
    {
        _targets.Writer.Complete();
        return _run;
    }

    private async Task RunAsync(ImageWaiter waiter, Action<WaitProgress> report, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.RunAsync(_targets.Reader, Emit, report, cancellationToken);
        }
        catch (Exception exception)
        {
            foreach (var waiting in _waiting.Keys)
                waiting.TrySetException(exception);
            throw;
        }
    }

    private void Emit(WaitResult result)
    {
        var waiting = (TaskCompletionSource<WaitResult>)result.Target.Tag!;
        _waiting.TryRemove(waiting, out _);
        waiting.TrySetResult(result);
    }
}
