using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Waiting in virtual time.</summary>
internal static class Clock
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static FakeTimeProvider Create() => new(Start);

    /// <summary>Lets virtual time pass until a task is done.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider clock, Task<T> task)
    {
        await clock.PassUntilAsync(() => task.IsCompleted);
        return await task;
    }

    /// <summary>Lets virtual time pass until something holds.</summary>
    public static Task PassUntilAsync(this FakeTimeProvider clock, Func<bool> condition) =>
        LoopUntilAsync(condition, () => clock.Advance(Step));

    /// <summary>Lets other threads go on until something holds; time stands still.</summary>
    public static Task UntilAsync(Func<bool> condition) => LoopUntilAsync(condition, () => { });

    private static async Task LoopUntilAsync(Func<bool> condition, Action step)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "What was waited for did not happen.");
            step();
            await Task.Yield();
        }
    }
}
