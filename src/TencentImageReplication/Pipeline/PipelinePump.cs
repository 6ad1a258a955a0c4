using System.Management.Automation;

namespace TencentImageReplication.Pipeline;

/// <summary>
/// Carries work from any thread to the pipeline thread, the only one that may write to PowerShell's streams.
/// </summary>
/// <remarks>
/// Other threads post; the pipeline thread drains what is there, or pumps until a task is done. After
/// <see cref="Close"/> nothing runs any more: what is posted then comes from work that was abandoned.
/// </remarks>
internal sealed class PipelinePump
{
    private readonly object _gate = new();
    private readonly Queue<Errand> _queue = new();
    private bool _closed;

    /// <summary>Whether nothing runs any more: closed from outside, or because a posted action threw.</summary>
    internal bool IsClosed
    {
        get
        {
            lock (_gate)
                return _closed;
        }
    }

    /// <summary>Hands an action to the pipeline thread. From any thread.</summary>
    internal void Post(Action action) => Post(new Errand(action, Abandon: null));

    /// <summary>
    /// Has the pipeline thread work something out. From any thread; awaiting the answer on the pipeline thread itself
    /// would wait for ever. The task is cancelled when the pump is closed before the answer is there.
    /// </summary>
    internal Task<T> InvokeAsync<T>(Func<T> function)
    {
        // What waits for the answer goes on elsewhere, never on the pipeline thread.
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new Errand(
            () =>
            {
                try
                {
                    answer.SetResult(function());
                }
                catch
                {
                    // "Halt command" at a confirmation and the like: for PowerShell to see, not for the work.
                    answer.TrySetCanceled();
                    throw;
                }
            },
            () => answer.TrySetCanceled()));
        return answer.Task;
    }

    /// <summary>Runs what has been posted, without waiting for more. On the pipeline thread.</summary>
    internal void Drain()
    {
        while (TakeNext(until: null) is { } action)
            Execute(action);
    }

    /// <summary>
    /// Runs what is posted until the task is done and nothing is left, then throws what the task threw. On the
    /// pipeline thread.
    /// </summary>
    /// <exception cref="PipelineStoppedException">The pump was closed; the task is left to end on its own.</exception>
    internal void PumpUntil(Task work)
    {
        work.ContinueWith(
            EndOfWork, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (TakeNext(until: work) is { } action)
            Execute(action);
        // Throws the exception itself, with the stack of where it happened.
        work.GetAwaiter().GetResult();
    }

    /// <summary>Ends all pumping at once and drops what is queued. From any thread, as often as you like.</summary>
    internal void Close()
    {
        Errand[] dropped;
        lock (_gate)
        {
            _closed = true;
            dropped = _queue.ToArray();
            _queue.Clear();
            Monitor.PulseAll(_gate);
        }

        foreach (var errand in dropped)
            errand.Abandon?.Invoke();
    }

    private void Post(Errand errand)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _queue.Enqueue(errand);
                Monitor.PulseAll(_gate);
                return;
            }
        }

        errand.Abandon?.Invoke();
    }

    // Writing throws when a downstream command has enough (Select-Object -First 1), under -ErrorAction Stop and when
    // the pipeline is stopped. In none of these cases does the rest have a reader.
    private void Execute(Action action)
    {
        try
        {
            action();
        }
        catch
        {
            Close();
            throw;
        }
    }

    private Action? TakeNext(Task? until)
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_closed && until is { IsCompleted: false })
                Monitor.Wait(_gate);
            if (_closed)
                throw new PipelineStoppedException();
            return _queue.Count == 0 ? null : _queue.Dequeue().Run;
        }
    }

    private void EndOfWork(Task work)
    {
        // Looking at the exception here keeps that of abandoned work from surfacing in the finalizer.
        _ = work.Exception;
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private sealed record Errand(Action Run, Action? Abandon);
}
