using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Testing;

public sealed class TestInstanceCleanerTests
{
    private readonly BootTestWorld _world = new();
    private readonly List<(string Region, InstanceRef? Instance, Exception Failure)> _failures = [];

    [Fact]
    public async Task Old_test_instances_are_deleted_and_nothing_else()
    {
        Tag(SimulatedWorld.WebInstanceId, "true", TimeSpan.FromHours(3));
        Tag(SimulatedWorld.DatabaseInstanceId, "true", TimeSpan.FromHours(1));
        Tag(SimulatedWorld.BuildInstanceId, "false", TimeSpan.FromHours(3));

        await CleanAsync("ap-guangzhou", "ap-shanghai");

        Assert.Equal(
            [SimulatedWorld.WebInstanceId],
            _world.Cloud.Instances().Where(instance => instance.State == "TERMINATING").Select(instance => instance.InstanceId));
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task An_instance_that_could_not_be_created_is_left_out()
    {
        Tag(SimulatedWorld.WebInstanceId, "true", TimeSpan.FromHours(3));
        _world.Cloud.UpdateInstance(SimulatedWorld.WebInstanceId, instance => instance with { State = "LAUNCH_FAILED" });

        await CleanAsync("ap-guangzhou");

        Assert.DoesNotContain(_world.Cloud.Calls, call => call.Action == "TerminateInstances");
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task A_region_that_fails_does_not_keep_the_others()
    {
        Tag(SimulatedWorld.WebInstanceId, "true", TimeSpan.FromHours(3));
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeInstances",
            Region = "ap-shanghai",
        });

        await CleanAsync("ap-guangzhou", "ap-shanghai");

        Assert.Equal(1, _world.CallsOf("TerminateInstances"));
        Assert.Equal(("ap-shanghai", null), Assert.Single(_failures.Select(failure => (failure.Region, failure.Instance))));
    }

    private void Tag(string instanceId, string value, TimeSpan age) => _world.Cloud.UpdateInstance(instanceId, instance => instance with
    {
        Tags = [new SimulatedTag("ImageReplicationTest", value)],
        CreatedTime = _world.Time.GetUtcNow() - age,
        DisableApiTermination = false,
        ChargeType = "POSTPAID_BY_HOUR",
    });

    private Task CleanAsync(params string[] regions)
    {
        var options = new InstanceRemovalOptions { ConfirmAsync = _ => Task.FromResult(true) };
        var cleaner = new TestInstanceCleaner(_world.Client, options, _world.Time, _world.Log);
        return _world.Time.RunAsync(() => cleaner.RunAsync(
            regions, TimeSpan.FromHours(2), (region, instance, failure) => _failures.Add((region, instance, failure)), CancellationToken.None));
    }
}
