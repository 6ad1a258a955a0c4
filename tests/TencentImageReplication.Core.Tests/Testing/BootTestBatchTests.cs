using TencentImageReplication.Core.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Testing.BootTestWorld;

namespace TencentImageReplication.Core.Tests.Testing;

public sealed class BootTestBatchTests
{
    private readonly BootTestWorld _world = new();

    [Fact]
    public async Task Ten_images_are_tested_side_by_side_with_one_of_each_outcome()
    {
        BootTestRequest[] requests =
        [
            _world.Add("good", Course()),
            _world.Add("exit", Course("nginx: failed\n", exitCode: 3)),
            _world.Add("different", Course("something else\n")),
            _world.Add("endless", Course(ending: CommandEnding.TimesOut)),
            _world.Add("not-created", new InstanceLifeCycle { Ending = LaunchEnding.LaunchFailed }),
            _world.Add("stuck", new InstanceLifeCycle { Ending = LaunchEnding.Stuck }),
            _world.Add("silent", new InstanceLifeCycle { AgentStaysSilent = true }),
            _world.Add("undelivered", Course(ending: CommandEnding.DeliverFails)),
            _world.Add("vanishing", Course(ending: CommandEnding.AgentFallsSilent)),
            new BootTestRequest("img-unknown1", SimulatedWorld.Region),
        ];

        var results = (await _world.TestAsync(_world.OptionsOf(), CancellationToken.None, requests)).ToDictionary(result => result.Request);

        Assert.Equal(
            [
                "good Passed  SUCCESS",
                "exit Failed ScriptFailed FAILED",
                "different Failed ScriptOutputDifferent SUCCESS",
                "endless Failed ScriptTimedOut TIMEOUT",
                "not-created Failed LaunchFailed ",
                "stuck Inconclusive NotRunning ",
                "silent Inconclusive AgentNotOnline ",
                "undelivered Inconclusive ScriptNotFinished DELIVER_FAILED",
                "vanishing Inconclusive ScriptNotFinished TASK_TIMEOUT",
                " Inconclusive ImageNotFound ",
            ],
            requests.Select(request => results[request]).Select(result => $"{result.ImageName} {result.Status} {result.ErrorCode} {result.ScriptStatus}"));
        Assert.Equal(9, _world.CallsOf("RunInstances"));
        Assert.All(_world.Left, instance => Assert.Contains(instance.State, new[] { "LAUNCH_FAILED", "PENDING" }));
    }

    [Fact]
    public async Task An_instance_that_could_not_be_created_is_left_to_the_service_without_a_warning()
    {
        var result = await _world.TestAsync(_world.Add("not-created", new InstanceLifeCycle { Ending = LaunchEnding.LaunchFailed }));

        Assert.Equal((BootTestStatus.Failed, "LaunchFailed"), (result.Status, result.ErrorCode));
        Assert.Equal(
            "UnsupportedOperation.InstanceStateLaunchFailed", Assert.Single(_world.Cloud.Calls, call => call.Action == "TerminateInstances").Outcome);
        Assert.Contains(_world.Log.Entries, entry => entry.Contains("there is nothing to delete", StringComparison.Ordinal));
        Assert.DoesNotContain(_world.Log.Entries, entry => entry.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_has_its_tag_its_timer_and_its_agent_from_its_creation()
    {
        var began = _world.Time.GetUtcNow();
        SimulatedInstance? seen = null;
        var watching = Task.CompletedTask;
        var options = _world.OptionsOf();
        var request = _world.Add("good", Course());

        await _world.TestAsync(options with { Starting = started => watching = WatchAsync() }, CancellationToken.None, request);

        await watching;
        Assert.NotNull(seen);
        Assert.True(seen.HasAutomationAgent);
        Assert.True(seen.KeepImageLogin);
        Assert.InRange(seen.TerminatesAt!.Value - began, TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(5));
        Assert.Contains(new SimulatedTag("ImageReplicationTest", "true"), seen.Tags);

        async Task WatchAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(10), _world.Time);
            seen = Assert.Single(_world.Left);
        }
    }

    [Theory]
    [InlineData("LimitExceeded.CvmInstanceQuota")]
    [InlineData("ResourcesSoldOut.SpecifiedInstanceType")]
    public async Task An_instance_that_cannot_be_had_is_inconclusive(string code)
    {
        _world.Refuse("RunInstances", code);

        var result = await _world.TestAsync(_world.Add("good", Course()));

        Assert.Equal((BootTestStatus.Inconclusive, code), (result.Status, result.ErrorCode));
        Assert.Null(result.InstanceId);
    }

    [Fact]
    public async Task Without_a_script_an_agent_that_is_online_passes()
    {
        var result = await _world.TestAsync(_world.Add("good", Course()), new BootTestSettings { InstanceType = "S5.MEDIUM4" });

        Assert.Equal((BootTestStatus.Passed, "Online", null, null), (result.Status, result.AgentStatus, result.ScriptStatus, result.ErrorCode));
        Assert.InRange(result.BootedIn!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45));
        Assert.Equal(SimulatedWorld.Owner.AccountId, result.AccountId);
        Assert.Equal(0, _world.CallsOf("RunCommand"));
        Assert.Empty(_world.Left);
    }

    [Theory]
    [InlineData("CentOS", "SHELL", "a\nb")]
    [InlineData("Windows", "POWERSHELL", "a\r\nb")]
    public void The_script_is_in_the_language_of_the_image(string platform, string type, string content)
    {
        var script = CommandScript.For(new Core.Api.Cvm.Models.Image { Platform = platform }, "a\r\nb");

        Assert.Equal((type, CommandScript.Encode(content)), (script.Type, script.Content));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing, 1)]
    [InlineData(FaultKind.StalledAnswer, 1)]
    [InlineData(FaultKind.ResetBeforeActing, 2)]
    public async Task A_script_runs_once_although_responses_are_lost(FaultKind kind, int calls)
    {
        _world.Cloud.Faults.Add(new FaultRule(kind) { Action = "RunCommand" });

        var result = await _world.TestAsync(_world.Add("good", Course()));

        Assert.Equal(BootTestStatus.Passed, result.Status);
        Assert.Equal(calls, _world.Cloud.Calls.Count(call => call.Action == "RunCommand"));
        Assert.Equal(1, _world.CallsOf("RunCommand"));
    }

    [Fact]
    public async Task A_script_whose_request_cannot_be_checked_is_not_run_again()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "RunCommand" });
        _world.Refuse("DescribeInvocationTasks", "UnauthorizedOperation");

        var result = await _world.TestAsync(_world.Add("good", Course()));

        Assert.Equal((BootTestStatus.Inconclusive, "ClientError.OutcomeUnknown"), (result.Status, result.ErrorCode));
        Assert.Equal(1, _world.CallsOf("RunCommand"));
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task A_refused_agent_status_ends_the_test_at_once()
    {
        _world.Refuse("DescribeAutomationAgentStatus", "UnauthorizedOperation");
        var began = _world.Time.GetUtcNow();

        var result = await _world.TestAsync(_world.Add("good", Course()));

        Assert.Equal((BootTestStatus.Inconclusive, "UnauthorizedOperation"), (result.Status, result.ErrorCode));
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task An_instance_without_a_response_is_found_and_deleted()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "RunInstances", Times = 1000 });

        var result = await _world.TestAsync(_world.Add("good", Course()));

        Assert.Equal(BootTestStatus.Inconclusive, result.Status);
        Assert.True(_world.CallsOf("TerminateInstances") >= 1);
        Assert.Empty(_world.Left);
        Assert.Equal(3, _world.Cloud.Instances().Count(instance => instance.State == "RUNNING"));
    }

    [Fact]
    public async Task A_pending_instance_is_deleted_once_it_is_running()
    {
        var request = _world.Add("slow", Course() with { LaunchDuration = TimeSpan.FromMinutes(3) });

        var result = await _world.TestAsync(request, Script with { Timeout = TimeSpan.FromMinutes(2) });

        Assert.Equal("NotRunning", result.ErrorCode);
        Assert.Contains(_world.Cloud.Calls, call => call.Outcome == "UnsupportedOperation.InstanceStatePending");
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task A_stuck_instance_is_deleted_by_its_timer()
    {
        await _world.TestAsync(_world.Add("stuck", new InstanceLifeCycle { Ending = LaunchEnding.Stuck }));

        Assert.Contains(_world.Log.Entries, entry => entry.StartsWith("Warning: The test instance ins-", StringComparison.Ordinal));
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(30), _world.Time));
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task Ctrl_C_deletes_the_instances()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(40), _world.Time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _world.TestAsync(_world.OptionsOf(), stop.Token, _world.Add("one", Course()), _world.Add("two", new InstanceLifeCycle { AgentStaysSilent = true })));
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(1), _world.Time));

        Assert.Equal(2, _world.CallsOf("RunInstances"));
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task The_instance_of_a_failed_test_can_be_kept()
    {
        var options = _world.OptionsOf() with { KeepFailed = true };

        await _world.TestAsync(options, CancellationToken.None, _world.Add("good", Course()), _world.Add("bad", Course(exitCode: 1)));

        Assert.Equal("RUNNING", Assert.Single(_world.Left).State);
        Assert.Contains(_world.Log.Entries, entry => entry.Contains("is kept and billed until", StringComparison.Ordinal));
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(31), _world.Time));
        Assert.Empty(_world.Left);
    }

    [Fact]
    public async Task An_image_that_passes_is_marked_with_the_date()
    {
        var options = _world.OptionsOf() with { Tagger = _world.Tagger() };
        var (good, bad) = (_world.Add("good", Course()), _world.Add("bad", Course(exitCode: 1)));

        await _world.TestAsync(options, CancellationToken.None, good, bad);

        Assert.Contains(new SimulatedTag("ImageReplicationVerified", $"{_world.Time.GetUtcNow():yyyy-MM-dd}"), _world.Cloud.FindImage(good.ImageId)!.Tags);
        Assert.Empty(_world.Cloud.FindImage(bad.ImageId)!.Tags);
    }

    [Fact]
    public async Task A_price_above_the_maximum_creates_nothing()
    {
        var result = Assert.Single(await _world.TestAsync(
            _world.OptionsOf() with { MaximumPrice = 0.0001 }, CancellationToken.None, _world.Add("good", Course())));

        Assert.Equal((BootTestStatus.Inconclusive, "PriceTooHigh"), (result.Status, result.ErrorCode));
        Assert.True(result.Price > 0.0001);
        Assert.Equal(0, _world.CallsOf("RunInstances"));
        Assert.Empty(_world.Plans);
    }

    [Fact]
    public async Task A_price_that_cannot_be_read_is_shown_as_unknown_and_refused_with_a_maximum()
    {
        _world.Refuse("InquiryPriceRunInstances", "UnauthorizedOperation");
        var request = _world.Add("good", Course());

        Assert.Equal(BootTestStatus.Passed, (await _world.TestAsync(request)).Status);
        Assert.Null(Assert.Single(_world.Plans).Price);

        var refused = Assert.Single(await _world.TestAsync(_world.OptionsOf() with { MaximumPrice = 5 }, CancellationToken.None, request));
        Assert.Equal("UnauthorizedOperation", refused.ErrorCode);
        Assert.Equal(1, _world.CallsOf("RunInstances"));
    }
}
