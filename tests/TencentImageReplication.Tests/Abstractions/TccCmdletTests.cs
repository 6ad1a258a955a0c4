using System.Management.Automation;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Abstractions;

public sealed class TccCmdletTests : IDisposable
{
    private readonly Shell _shell = new(null, typeof(StubbornCommand), typeof(TalkativeCommand));

    public TccCmdletTests()
    {
        StubbornCommand.Started = new TaskCompletionSource();
        StubbornCommand.Cancelled = new TaskCompletionSource();
        TalkativeCommand.Heard = new TaskCompletionSource();
    }

    [Fact]
    public async Task Stopping_ends_the_command_while_its_work_goes_on_and_cancels_the_work()
    {
        using var shell = _shell.Create("Test-Stubborn");
        var running = shell.BeginInvoke();
        await StubbornCommand.Started.Task.OrHangAsync();

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await StubbornCommand.Cancelled.Task.OrHangAsync();
    }

    [Fact]
    public async Task An_error_with_ErrorAction_Stop_ends_the_command_and_cancels_its_work()
    {
        var thrown = Assert.Throws<ActionPreferenceStopException>(() => _shell.Run("Test-Stubborn -Fail -ErrorAction Stop"));

        Assert.IsType<TimeoutException>(thrown.ErrorRecord.Exception);
        await StubbornCommand.Cancelled.Task.OrHangAsync();
    }

    [Fact]
    public async Task Log_messages_are_written_immediately()
    {
        using var shell = _shell.Create("Test-Talkative -Verbose");
        shell.Streams.Verbose.DataAdded += (_, _) => TalkativeCommand.Heard.TrySetResult();

        // The work continues only after its message was read.
        var output = await shell.InvokeAsync().OrHangAsync();

        Assert.Equal("Under way.", Assert.Single(shell.Streams.Verbose).Message);
        Assert.Equal("done", Assert.Single(output).BaseObject);
    }

    public void Dispose() => _shell.Dispose();
}
