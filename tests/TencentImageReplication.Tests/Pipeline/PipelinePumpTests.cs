using System.Management.Automation;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Tests.Pipeline;

public sealed class PipelinePumpTests
{
    private readonly PipelinePump _pump = new();

    [Fact]
    public void Everything_posted_runs_on_the_thread_that_pumps_before_pumping_ends()
    {
        var threads = new List<int>();
        var work = Task.Run(() => Parallel.For(0, 1000, _ => _pump.Post(() => threads.Add(Environment.CurrentManagedThreadId))));

        _pump.PumpUntil(work, EngineThreads.Pool);

        Assert.Equal(1000, threads.Count);
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Distinct());
    }

    [Fact]
    public void Actions_run_in_the_order_in_which_they_were_posted()
    {
        var seen = new List<int>();
        foreach (var number in Enumerable.Range(0, 100))
            _pump.Post(() => seen.Add(number));

        _pump.Drain();

        Assert.Equal(Enumerable.Range(0, 100), seen);
    }

    [Fact]
    public void Draining_an_empty_pump_returns_immediately() => _pump.Drain();

    [Fact]
    public void The_exception_of_the_work_is_rethrown_after_its_output()
    {
        var ran = false;
        var work = Task.Run(() =>
        {
            _pump.Post(() => ran = true);
            throw new InvalidTimeZoneException("thrown by the work");
        });

        var thrown = Assert.Throws<InvalidTimeZoneException>(() => _pump.PumpUntil(work, EngineThreads.Pool));

        Assert.True(ran);
        Assert.Contains(nameof(The_exception_of_the_work_is_rethrown_after_its_output), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_work_leaves_the_pump_open_for_more()
    {
        Assert.ThrowsAny<Exception>(() => _pump.PumpUntil(Task.FromException(new TimeoutException()), EngineThreads.Pool));

        Assert.False(_pump.IsClosed);
        _pump.PumpUntil(Task.CompletedTask, EngineThreads.Pool);
    }

    [Fact]
    public void Closing_ends_pumping_while_the_work_continues()
    {
        var never = new TaskCompletionSource();
        _pump.Post(() => Task.Run(_pump.Close));

        Assert.Throws<PipelineStoppedException>(() => _pump.PumpUntil(never.Task, EngineThreads.Pool));

        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public void Actions_posted_to_a_closed_pump_never_run()
    {
        _pump.Close();
        _pump.Post(() => Assert.Fail("ran"));

        Assert.Throws<PipelineStoppedException>(_pump.Drain);
    }

    [Fact]
    public void An_action_that_throws_closes_the_pump()
    {
        _pump.Post(() => throw new PipelineStoppedException());
        _pump.Post(() => Assert.Fail("ran"));

        Assert.Throws<PipelineStoppedException>(_pump.Drain);

        Assert.True(_pump.IsClosed);
    }

    [Fact]
    public async Task A_function_runs_on_the_thread_that_pumps()
    {
        var thread = Environment.CurrentManagedThreadId;
        var answer = Task.Run(() => _pump.InvokeAsync(() => Environment.CurrentManagedThreadId));

        _pump.PumpUntil(answer, EngineThreads.Pool);

        Assert.Equal(thread, await answer);
    }

    [Fact]
    public async Task Closing_the_pump_cancels_a_pending_function()
    {
        var open = _pump.InvokeAsync(() => 1);
        _pump.Close();
        var late = _pump.InvokeAsync(() => 2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
    }

    [Fact]
    public async Task A_function_that_ends_the_pipeline_is_cancelled_for_the_work()
    {
        var question = _pump.InvokeAsync<bool>(() => throw new PipelineStoppedException());

        Assert.Throws<PipelineStoppedException>(_pump.Drain);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
    }
}
