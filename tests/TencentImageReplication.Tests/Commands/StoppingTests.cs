using System.Management.Automation;
using System.Net;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Ctrl+C and downstream commands that end the pipeline, while virtual time stands still.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly SimulatedCloud _cloud = Clouds.Create();
    private readonly WatchedHandler _service;
    private readonly Shell _shell;

    public StoppingTests()
    {
        _service = new WatchedHandler(_cloud);
        // Whoever stops a pipeline does it from outside, so the work is on real threads.
        _shell = new Shell(Clouds.Connect(_cloud, handler: _service, threads: EngineThreads.Pool));
    }

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage", "DescribeImages", "ap-shanghai", 2)]
    [InlineData("Wait-TccImage img-building", "DescribeImages", "ap-guangzhou", 1)]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage | New-TccInstanceFromImage -InstanceType S5.MEDIUM4", "DescribeImages", "ap-shanghai", 2)]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait", "DescribeInstances", "ap-guangzhou", 1)]
    public Task Waiting_ends(string script, string action, string region, int calls) => AssertStopsAsync(
        script, _service.CallsAsync(call => call.Action == action && call.Region == region, calls));

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024, img-gdb02024 ap-shanghai", "SyncImages")]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage", "DescribeImages")]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4", "RunInstances")]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -LikeInstanceId ins-unknown1", "DescribeInstances")]
    public Task Stopping_ends_a_request_without_a_response(string script, string action)
    {
        _cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = action, Times = 1000 });
        return AssertStopsAsync(script, _service.CallsAsync(call => call.Action == action, 1));
    }

    [Theory]
    [InlineData("Get-TccImage")]
    [InlineData("Get-TccImage img-gweb2024")]
    [InlineData("Get-TccInstance")]
    [InlineData("Get-TccRegion")]
    public async Task Stopping_ends_a_request_over_the_network(string script)
    {
        using var port = new LocalPort();
        _shell.Set("endpoint", port.Address);
        _shell.Set("key", new NetworkCredential("", "secret").SecurePassword);
        _shell.Run("Connect-TccAccount -SecretId AKIDnobody -SecretKey $key -Region ap-guangzhou -Endpoint $endpoint");
        using var shell = _shell.Create(script);
        var running = shell.BeginInvoke();
        using var request = await port.TakeAsync();

        await AssertStopsAsync(shell, running);
    }

    [Fact]
    public async Task Stopped_copying_names_the_pending_copies()
    {
        await Stopping_ends_a_request_without_a_response("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing", "SyncImages");

        var warning = Assert.Single(_shell.Host.Warnings);
        Assert.Contains("img-gweb2024 to ap-beijing, img-gweb2024 to ap-shanghai", warning, StringComparison.Ordinal);
        Assert.Contains("run the same command again, without -Force: copies that are in progress are found, and nothing is copied twice.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_launching_names_the_pending_launches_with_their_tokens()
    {
        await Stopping_ends_a_request_without_a_response("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -ClientToken mine", "RunInstances");

        Assert.Contains("img-gweb2024 in ap-guangzhou (client token mine)", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_plan_is_continued_by_the_next_run()
    {
        using var folder = new PlanFolder();
        var sync = $"Sync-TccReplicationPlan '{folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"))}'";
        await Stopping_ends_a_request_without_a_response(sync, "SyncImages");

        Assert.StartsWith("The command ended early. Copies that were requested continue at Tencent Cloud.", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
        var row = Assert.Single(_shell.Run($"{sync} -TimeoutSec 0").Of<TccReplicationRow>());
        Assert.Equal((TccReplicationState.Copying, TccReplicationStatus.TimedOut), (row.State, row.Status));
        Assert.Single(_cloud.Images(), image => image.CopiedFrom is not null);
    }

    [Theory]
    [InlineData("", "DescribeAutomationAgentStatus", 10)]
    [InlineData("-KeepFailed", "DescribeAutomationAgentStatus", 10)]
    [InlineData("-Command check", "DescribeInvocationTasks", 0)]
    public async Task A_stopped_test_deletes_its_instances(string parameters, string action, int agentDelay)
    {
        LetInstancesRun(TimeSpan.FromSeconds(agentDelay));
        var deletions = _service.CallsAsync(call => call.Action == "TerminateInstances", 2);

        await AssertStopsAsync(
            $"'img-gweb2024', 'img-gdb02024' | Test-TccImage -InstanceType S5.MEDIUM4 {parameters}",
            _service.CallsAsync(call => call.Action == action, 2));

        await deletions.OrHangAsync();
        Assert.Equal(["TERMINATING", "TERMINATING"], _cloud.Instances().Select(instance => instance.State));
        var warning = Assert.Single(_shell.Host.Warnings);
        Assert.Contains("being deleted in the background: img-gdb02024 in ap-guangzhou, img-gweb2024 in ap-guangzhou.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_plan_deletes_the_instances_of_its_tests_and_publishes_nothing()
    {
        LetInstancesRun(TimeSpan.FromSeconds(10));
        using var folder = new PlanFolder();
        _cloud.AddTemplate("web", "img-gdb02024");
        var path = folder.Write("images.psd1", PlanFolder.Web("'ap-guangzhou'; Publish = @{ LaunchTemplate = 'web' }", "Verify = @{ InstanceType = 'S5.MEDIUM4' }"));
        var deletions = _service.CallsAsync(call => call.Action == "TerminateInstances", 1);

        await AssertStopsAsync(
            $"Sync-TccReplicationPlan '{path}' -Publish -Confirm:$false", _service.CallsAsync(call => call.Action == "DescribeAutomationAgentStatus", 1));

        await deletions.OrHangAsync();
        Assert.Equal("TERMINATING", Assert.Single(_cloud.Instances()).State);
        Assert.Contains("being deleted in the background: img-gweb2024 in ap-guangzhou.", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(_cloud.LaunchTemplates()).DefaultVersion);
        Assert.DoesNotContain(_cloud.Calls, call => call.Action == "CreateLaunchTemplateVersion");
    }

    [Fact]
    public async Task Stopped_waiting_says_how_to_resume()
    {
        // Nothing is assigned to a variable, as on most command lines. Copying has ended: it would have a warning of its own.
        var copied = new TaskCompletionSource();
        _shell.Set("copied", copied);
        await AssertStopsAsync(
            "Copy-TccCustomImage img-gweb2024 ap-shanghai | ForEach-Object { $_ } -End { $copied.SetResult() } | Wait-TccImage",
            Task.WhenAll(copied.Task, _service.CallsAsync(call => call.Action == "DescribeImages" && call.Region == "ap-shanghai", 2)));

        Assert.Contains("run the same command again, without -Force: copies that are in progress are found", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
        var found = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai").All<TccImageCopy>());
        Assert.Equal((ImageCopyStatus.Copying, true), (found.Status, found.Reused));
    }

    [Fact]
    public async Task A_downstream_command_ends_waiting()
    {
        var ended = Task.Run(() => _shell.Run("foreach ($once in 1) { 'img-gweb2024', 'img-building' | Wait-TccImage | ForEach-Object { $_; break } }"));

        Assert.Equal("img-gweb2024", Assert.Single((await ended.OrHangAsync()).All<TccImage>()).ImageId);
    }

    // An instance runs at once, so that it can be deleted while time stands still.
    private void LetInstancesRun(TimeSpan agentDelay) =>
        _cloud.Options.Launches = new InstanceLifeCycle { LaunchDuration = TimeSpan.Zero, AgentDelay = agentDelay };

    private async Task AssertStopsAsync(string script, Task underWay)
    {
        using var shell = _shell.Create(script);
        var running = shell.BeginInvoke();
        await underWay.OrHangAsync();

        await AssertStopsAsync(shell, running);
    }

    private async Task AssertStopsAsync(PowerShell shell, IAsyncResult running)
    {
        await Task.Run(shell.Stop).OrHangAsync();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(shell.Streams.Error);
        // The shell can be used as before.
        Assert.Single(_shell.Run("1").Output);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _service.Dispose();
    }
}
