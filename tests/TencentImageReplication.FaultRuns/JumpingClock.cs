using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// Time that jumps to the next timer when all of the work waits. The thread pool has one thread, and the driver runs on
/// it: while it runs nothing else does, so that an empty queue means that nothing can happen before a timer is due.
/// </summary>
internal sealed class JumpingClock() : TimerQueueClock(Start)
{
    /// <summary>When every schedule begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // No schedule has this much to wait for: one that waits longer never ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(10);

    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>Runs work to its end, letting time pass whenever all of it waits.</summary>
    public async Task RunAsync(Func<Task> start)
    {
        // Not on the stack of the driver: what the work does must be queued like everything after it.
        var work = Task.Run(start);
        while (true)
        {
            await SettleAsync();
            if (work.IsCompleted)
                break;
            if (!FireNext(long.MaxValue))
                throw new StuckException("All of the work waits, and no timer will wake it up.");
            if (Elapsed > Longest)
                throw new StuckException($"The work goes on after {Longest.TotalDays:0} days.");
        }

        await work;
    }

    /// <summary>Lets everything happen that can happen now.</summary>
    private static async Task SettleAsync()
    {
        do
            await Task.Yield();
        while (ThreadPool.PendingWorkItemCount > 0);
    }
}
