using System.Diagnostics;
using System.Runtime.ExceptionServices;
using ThreadState = System.Threading.ThreadState;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>
/// Time that passes only when nothing else can happen: it jumps to the next timer once no thread is at work on what runs
/// by this clock. So a run sees no time pass while it works, and half an hour of waiting takes a moment.
/// </summary>
internal sealed class VirtualClock() : TimerQueueClock(Clock.Start)
{
    // A run that goes on for so long in virtual time never ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Longer than a thread with work to do is kept from a processor.
    private static readonly TimeSpan Preempted = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan HandOver = TimeSpan.FromMicroseconds(30);

    // A thread that is woken up looks blocked until it runs.
    private static readonly TimeSpan WakeUp = TimeSpan.FromMicroseconds(300);

    // Flows along with the work of a clock, and tells when a thread takes up some of it or lets go of it.
    private static readonly AsyncLocal<VirtualClock?> Owner = new(change =>
    {
        if (ReferenceEquals(change.PreviousValue, change.CurrentValue))
            return;
        if (change.PreviousValue is { } left)
            Interlocked.Decrement(ref left._atWork);
        if (change.CurrentValue is { } entered)
            Interlocked.Increment(ref entered._atWork);
    });

    private static int _heldByRunner;

    private int _atWork;
    private Thread? _blocking;

    /// <summary>Runs work until it is done, letting time pass whenever all of it waits.</summary>
    public Task RunAsync(Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>Runs work until it is done, letting time pass whenever all of it waits.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                result.SetResult(Drive(Task.Run(() =>
                {
                    Owner.Value = this;
                    return work();
                })));
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        })
        {
            IsBackground = true,
        }.Start();
        return result.Task;
    }

    /// <summary>
    /// Runs work that blocks its thread while it waits for others, letting time pass whenever it and all that it started
    /// waits.
    /// </summary>
    public T RunBlocking<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            Owner.Value = this;
            started.Set();
            try
            {
                result.SetResult(work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
            finally
            {
                Owner.Value = null;
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        started.Wait();
        _blocking = thread;
        try
        {
            return Drive(result.Task);
        }
        finally
        {
            _blocking = null;
        }
    }

    /// <summary>Lets time pass, and what is due happen.</summary>
    public void Advance(TimeSpan time)
    {
        var until = GetTimestamp() + time.Ticks;
        while (FireNext(until))
            WaitForIdle();

        SetTimestamp(until);
    }

    private T Drive<T>(Task<T> work)
    {
        var limit = GetTimestamp() + Longest.Ticks;
        long? stuckSince = null;
        while (true)
        {
            WaitForIdle();
            if (work.IsCompleted)
                break;
            if (FireNext(limit))
            {
                stuckSince = null;
                continue;
            }

            stuckSince ??= Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(stuckSince.Value) > Patience)
                throw new TimeoutException("All of the work waits, and nothing will wake it up.");
        }

        if (work.Exception?.InnerException is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        return work.Result;
    }

    private void WaitForIdle()
    {
        var wait = default(SpinWait);
        var idleSince = Stopwatch.GetTimestamp();
        var longEnough = _blocking is null ? HandOver : WakeUp;
        while (true)
        {
            var inPool = ThreadsInPool();
            if (Volatile.Read(ref _atWork) > Blocked() || ThreadPool.PendingWorkItemCount > 0)
                idleSince = Stopwatch.GetTimestamp();

            // An item is neither queued nor at work for the moment between the two, but a thread has it by then. Threads of
            // the pool that the test runner holds for good are there all the same: nothing happens in them for long.
            var idle = Stopwatch.GetElapsedTime(idleSince);
            if (idle > Preempted)
                Volatile.Write(ref _heldByRunner, inPool);
            if (inPool < Volatile.Read(ref _heldByRunner))
                Volatile.Write(ref _heldByRunner, inPool);
            if (idle >= longEnough && inPool <= Volatile.Read(ref _heldByRunner))
                return;
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    private static int ThreadsInPool()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }

    private int Blocked() => _blocking is { } thread && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) ? 1 : 0;
}
