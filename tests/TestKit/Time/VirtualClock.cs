using System.Runtime.ExceptionServices;

namespace TencentImageReplication.TestKit.Time;

/// <summary>
/// Time that passes only when nothing else can happen. One thread runs all of the work, and the clock moves on to the next
/// timer when the queue of work is empty. So the same test does the same things in the same order each time, and half an
/// hour of waiting takes a moment.
/// </summary>
/// <param name="start">The time at which the clock starts.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time at which a clock starts when it is not told.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);

    private readonly TimerQueue _timers = new(start);
    private readonly WorkQueue _work = new();
    private readonly object _turn = new();
    private Thread? _pipeline;
    private Task? _awaited;
    private Exception? _failure;

    /// <summary>Creates a clock that starts at <see cref="Start"/>.</summary>
    public VirtualClock()
        : this(Start)
    {
    }

    /// <summary>How long a run may take: one that takes longer never ends.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The time that has passed since the clock started.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_timers.Now - start.UtcTicks);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => _timers.Now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(_timers.Now, TimeSpan.Zero);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _timers.Create(callback, state, dueTime, period);

    /// <summary>Runs work to its end on this thread, and lets time pass whenever all of it waits.</summary>
    /// <returns>The work, which has ended.</returns>
    public Task RunAsync(Func<Task> work) => RunToEnd(Queue(work, CancellationToken.None));

    /// <inheritdoc cref="RunAsync(Func{Task})"/>
    public Task<T> RunAsync<T>(Func<Task<T>> work) => RunToEnd(Queue(work));

    /// <summary>Lets time pass until work that was begun has ended.</summary>
    /// <returns>The work.</returns>
    public T RunToEnd<T>(T begun)
        where T : Task
    {
        using (Enter())
        {
            RunUntil(begun);
            RunReady();
        }

        return begun;
    }

    /// <summary>Begins work, and runs it as far as it comes while time stands still.</summary>
    public Task<T> Begin<T>(Func<Task<T>> work)
    {
        var begun = Queue(work);
        Settle();
        return begun;
    }

    /// <inheritdoc cref="Begin{T}"/>
    public Task Begin(Func<Task> work)
    {
        var begun = Queue(work, CancellationToken.None);
        Settle();
        return begun;
    }

    /// <summary>Runs all work that can run while time stands still.</summary>
    public void Settle()
    {
        using (Enter())
            RunReady();
    }

    /// <summary>Lets time pass, and what is due happen in its order.</summary>
    public void Advance(TimeSpan time)
    {
        var until = _timers.Now + time.Ticks;
        if (_work.Turn is null)
        {
            using (Enter())
            {
                do
                    RunReady();
                while (_timers.FireNext(until));
            }
        }
        else
        {
            // Called by what runs: what the timers wake runs after it.
            while (_timers.FireNext(until))
            {
            }
        }

        _timers.Now = until;
    }

    /// <summary>
    /// Runs what blocks its thread while it waits, such as the pipeline of a shell: on this thread, and the work that it queues on
    /// another one. Only one of the two runs at a time: the work when the pipeline is in <see cref="WaitFor"/>, the pipeline
    /// when what it waits for is there.
    /// </summary>
    public T RunBlocking<T>(Func<T> pipeline)
    {
        var worker = new Thread(Work) { IsBackground = true, Name = nameof(VirtualClock) };
        using (Enter(worker))
        {
            _pipeline = Thread.CurrentThread;
            _failure = null;
            worker.Start();
            try
            {
                return pipeline();
            }
            finally
            {
                _awaited = null;
                Pass(worker);
                worker.Join();
                _pipeline = null;
                // It may have become the error of a command, and nothing that came of it counts.
                if (_failure is not null)
                    ExceptionDispatchInfo.Throw(_failure);
            }
        }
    }

    /// <summary>Queues work.</summary>
    public Task Queue(Func<Task> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, _work).Unwrap();

    /// <summary>Blocks the thread of <see cref="RunBlocking"/> until a task has ended, while the work runs and time passes.</summary>
    public void WaitFor(Task awaited)
    {
        if (Thread.CurrentThread != _pipeline)
            throw new InvalidOperationException("Only the thread of RunBlocking waits for work.");
        if (!awaited.IsCompleted && _failure is null)
        {
            _awaited = awaited;
            Pass(_work.Worker!);
        }

        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    private Task<T> Queue<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _work).Unwrap();

    private Session Enter() => Enter(Thread.CurrentThread);

    private Session Enter(Thread worker)
    {
        if (_work.Turn is not null)
            throw new InvalidOperationException("The clock runs work already.");
        return new Session(_work, worker);
    }

    /// <summary>Runs work, and lets time pass, until a task has ended.</summary>
    private void RunUntil(Task end)
    {
        var limit = _timers.Now + Longest.Ticks;
        while (!end.IsCompleted)
        {
            if (_work.RunNext() || _timers.FireNext(limit))
                continue;
            throw new StuckException(_timers.IsEmpty
                ? "All of the work waits, and no timer will wake it up; or some of it has gone to another thread."
                : $"The work goes on after {Longest.TotalDays:0} days.");
        }
    }

    private void RunReady()
    {
        while (_work.RunNext())
        {
        }
    }

    /// <summary>The thread of the work beside a pipeline.</summary>
    private void Work()
    {
        while (true)
        {
            AwaitTurn();
            var awaited = _awaited;
            try
            {
                if (awaited is null)
                    RunReady();
                else
                    RunUntil(awaited);
            }
            catch (Exception exception)
            {
                _failure = exception;
            }

            if (awaited is null)
                return;
            lock (_turn)
            {
                _work.Turn = _pipeline;
                Monitor.PulseAll(_turn);
            }
        }
    }

    /// <summary>Has the other thread run, until it is this one's turn again or, at the end, the other one has ended.</summary>
    private void Pass(Thread worker)
    {
        lock (_turn)
        {
            _work.Turn = worker;
            Monitor.PulseAll(_turn);
        }

        if (_awaited is not null)
            AwaitTurn();
    }

    private void AwaitTurn()
    {
        lock (_turn)
        {
            while (_work.Turn != Thread.CurrentThread)
                Monitor.Wait(_turn);
        }
    }

    /// <summary>The time in which one thread after the other runs, and no other may queue work.</summary>
    private sealed class Session : IDisposable
    {
        private readonly WorkQueue _work;
        private readonly SynchronizationContext? _context = SynchronizationContext.Current;

        public Session(WorkQueue work, Thread worker)
        {
            _work = work;
            (work.Worker, work.Turn) = (worker, Thread.CurrentThread);
            // What is awaited goes on where the work is, not where the test is.
            SynchronizationContext.SetSynchronizationContext(null);
        }

        public void Dispose()
        {
            (_work.Worker, _work.Turn) = (null, null);
            SynchronizationContext.SetSynchronizationContext(_context);
        }
    }
}
