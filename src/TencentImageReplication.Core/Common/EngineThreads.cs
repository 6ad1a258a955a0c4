namespace TencentImageReplication.Core.Common;

/// <summary>The threads that the engine works on, and the way in which the thread of a pipeline waits for them.</summary>
/// <remarks>
/// A test passes its own: then one thread runs at a time, and time passes only while all of them rest. So that this holds, work
/// stays with the scheduler that it was started on: the engine awaits without <c>ConfigureAwait(false)</c> and starts nothing with
/// <c>Task.Run</c>.
/// </remarks>
public class EngineThreads
{
    /// <summary>The threads of the pool.</summary>
    public static EngineThreads Pool { get; } = new();

    /// <summary>Starts work on another thread.</summary>
    public virtual Task Start(Func<Task> work, CancellationToken cancellationToken) => Task.Run(work, cancellationToken);

    /// <summary>Blocks the calling thread until a task has ended, and throws what it threw.</summary>
    public virtual void WaitFor(Task task) => task.GetAwaiter().GetResult();

    /// <summary>Does work on another thread while the calling thread waits for its result.</summary>
    public T Run<T>(Func<Task<T>> work)
    {
        Task<T>? running = null;
        WaitFor(Start(() => running = work(), CancellationToken.None));
        return running!.GetAwaiter().GetResult();
    }
}
