using System.Collections.Concurrent;

namespace TencentImageReplication.Core.Requests;

/// <summary>Tasks under way. One that ends well is forgotten, so that memory does not grow with what has passed through.</summary>
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

    /// <summary>Ends when all have ended, with the exception of one that failed.</summary>
    public Task WhenAllAsync() => Task.WhenAll(_tasks.Keys);
}
