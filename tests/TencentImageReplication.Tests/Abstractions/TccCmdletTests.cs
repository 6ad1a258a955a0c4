using System.Diagnostics;
using System.Management.Automation;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Abstractions;

public sealed class TccCmdletTests : IDisposable
{
    private readonly Shell _shell = new(null, typeof(StubbornCommand), typeof(HereCommand));

    public TccCmdletTests()
    {
        StubbornCommand.Started = new TaskCompletionSource();
        StubbornCommand.Cancelled = new TaskCompletionSource();
    }

    [Fact]
    public async Task Stopping_the_pipeline_ends_the_command_within_a_second_and_cancels_its_work()
    {
        using var shell = _shell.Create("Test-Stubborn");
        var running = shell.BeginInvoke();
        await StubbornCommand.Started.Task;
        var watch = Stopwatch.StartNew();

        shell.Stop();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await StubbornCommand.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_error_under_ErrorAction_Stop_ends_the_command_and_cancels_its_work()
    {
        var thrown = Assert.Throws<ActionPreferenceStopException>(() => _shell.Run("Test-Stubborn -Fail -ErrorAction Stop"));

        Assert.IsType<TimeoutException>(thrown.ErrorRecord.Exception);
        await StubbornCommand.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Work_that_begins_on_the_pipeline_thread_leaves_nothing_behind_on_it() =>
        Assert.Equal([true, true, false], _shell.Run("Test-Here").All<bool>());

    public void Dispose() => _shell.Dispose();
}
