using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// Virtual time that jumps to the next timer when all work waits. The thread pool has one thread, and the driver runs on it:
/// nothing else runs at the same time, so an empty queue means that nothing can happen before a timer is due.
/// </summary>
internal sealed class JumpingClock() : TimerQueueClock(Start)
{
    /// <summary>The time at which every schedule begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // No schedule waits this long: one that does is stuck.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(10);

    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>Runs work to its end, and lets time pass when all of it waits.</summary>
    public async Task RunAsync(Func<Task> start)
    {
        // Not on the stack of the driver: the work must be queued like everything after it.
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

    /// <summary>Runs everything that can run now.</summary>
    private static async Task SettleAsync()
    {
        do
            await Task.Yield();
        while (ThreadPool.PendingWorkItemCount > 0);
    }
}
