using System.Diagnostics;

namespace TencentImageReplication.TestKit.Time;

/// <summary>
/// The work of a <see cref="VirtualClock"/>: one thread runs it, piece by piece, in the order in which it was queued.
/// </summary>
internal sealed class WorkQueue : TaskScheduler
{
    private readonly object _gate = new();
    private readonly Queue<Task> _tasks = new();
    private string? _stray;

    /// <summary>The thread that runs the work; null while nothing runs.</summary>
    public Thread? Worker { get; set; }

    /// <summary>The one thread that may queue work now; null while nothing runs, when any thread may.</summary>
    public Thread? Turn { get; set; }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs the next piece of work.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="StrayWorkException">Something has left the queue and come back from another thread.</exception>
    public bool RunNext()
    {
        Task? task;
        lock (_gate)
        {
            if (_stray is not null)
                throw new StrayWorkException(_stray);
            if (!_tasks.TryDequeue(out task))
                return false;
        }

        TryExecuteTask(task);
        return true;
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            if (Turn is { } turn && turn != Thread.CurrentThread)
                _stray ??= new StackTrace(fNeedFileInfo: true).ToString();
            _tasks.Enqueue(task);
        }
    }

    // As on a thread of the pool: what a piece of work completes goes on at once.
    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Thread.CurrentThread == Worker && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
            return [.. _tasks];
    }
}
