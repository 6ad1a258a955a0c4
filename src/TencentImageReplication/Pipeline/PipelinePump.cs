using System.Management.Automation;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Pipeline;

/// <summary>
/// Runs actions of any thread on the pipeline thread, the only one that may write to PowerShell's streams.
/// </summary>
/// <remarks>
/// Other threads post actions; the pipeline thread drains them, or pumps until a task is done. After
/// <see cref="Close"/> nothing runs: later actions come from abandoned work.
/// </remarks>
internal sealed class PipelinePump
{
    private readonly object _gate = new();
    private readonly Queue<WorkItem> _queue = new();
    private TaskCompletionSource<bool> _news = new();
    private bool _closed;

    /// <summary>True after <see cref="Close"/> and after a posted action threw: nothing runs any more.</summary>
    internal bool IsClosed
    {
        get
        {
            lock (_gate)
                return _closed;
        }
    }

    /// <summary>Queues an action for the pipeline thread. Can be called from any thread.</summary>
    internal void Post(Action action) => Post(new WorkItem(action, Abandon: null));

    /// <summary>
    /// Runs a function on the pipeline thread. Can be called from any other thread; on the pipeline thread itself, waiting for
    /// the result would never end. Closing the pump cancels the task.
    /// </summary>
    internal Task<T> InvokeAsync<T>(Func<T> function)
    {
        // Continuations must not run on the pipeline thread.
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new WorkItem(
            () =>
            {
                try
                {
                    result.SetResult(function());
                }
                catch
                {
                    // Such as "Halt command" at a confirmation: an exception for PowerShell, not for the work.
                    result.TrySetCanceled();
                    throw;
                }
            },
            () => result.TrySetCanceled()));
        return result.Task;
    }

    /// <summary>Runs the queued actions without waiting for more. Only for the pipeline thread.</summary>
    internal void Drain()
    {
        while (TakeNext() is { } action)
            Execute(action);
    }

    /// <summary>
    /// Runs actions until the task is done and the queue is empty, then rethrows the exception of the task. Only for the
    /// pipeline thread.
    /// </summary>
    /// <param name="work">The task.</param>
    /// <param name="threads">The threads that it runs on.</param>
    /// <exception cref="PipelineStoppedException">The pump was closed; the task ends on its own.</exception>
    internal void PumpUntil(Task work, EngineThreads threads)
    {
        work.ContinueWith(
            EndOfWork, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (TakeNext(until: work, threads) is { } action)
            Execute(action);
        // Rethrows the original exception with its stack trace.
        work.GetAwaiter().GetResult();
    }

    /// <summary>Ends all pumping and drops queued actions. Can be called from any thread, more than once.</summary>
    internal void Close()
    {
        WorkItem[] dropped;
        lock (_gate)
        {
            _closed = true;
            dropped = _queue.ToArray();
            _queue.Clear();
            _news.TrySetResult(true);
        }

        foreach (var item in dropped)
            item.Abandon?.Invoke();
    }

    private void Post(WorkItem item)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _queue.Enqueue(item);
                _news.TrySetResult(true);
                return;
            }
        }

        item.Abandon?.Invoke();
    }

    // Writing throws after a downstream command has stopped (Select-Object -First 1), with -ErrorAction Stop and after
    // Ctrl+C. In all three cases nothing reads the rest.
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

    private Action? TakeNext()
    {
        lock (_gate)
        {
            if (_closed)
                throw new PipelineStoppedException();
            return _queue.Count == 0 ? null : _queue.Dequeue().Run;
        }
    }

    private Action? TakeNext(Task until, EngineThreads threads)
    {
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (_closed || _queue.Count > 0 || until.IsCompleted)
                    return TakeNext();
                if (_news.Task.IsCompleted)
                    _news = new TaskCompletionSource<bool>();
                news = _news.Task;
            }

            threads.WaitFor(news);
        }
    }

    private void EndOfWork(Task work)
    {
        // Reading the exception here marks it as observed, for work that was abandoned.
        _ = work.Exception;
        lock (_gate)
            _news.TrySetResult(true);
    }

    private sealed record WorkItem(Action Run, Action? Abandon);
}
