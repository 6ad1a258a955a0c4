using System.Collections.Concurrent;

namespace TencentImageReplication.Core.Requests;

/// <summary>A set of running tasks. Completed tasks are removed, so that memory does not grow with their number.</summary>
internal sealed class RunningTasks
{
    private readonly ConcurrentDictionary<Task, bool> _tasks = new();

    public void Add(Task task)
    {
        _tasks.TryAdd(task, true);
        _ = task.ContinueWith(
            done => _tasks.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Completes when all tasks have ended, also those that tasks have added, with the exception of one that failed.</summary>
    public async Task WhenAllAsync()
    {
        while (!_tasks.IsEmpty)
            await Task.WhenAll(_tasks.Keys);
    }
}
