using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Testing;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Instances.Deleting;

public sealed class InstanceRemoverTests
{
    private const string Web = SimulatedWorld.WebInstanceId;

    private readonly BootTestWorld _world = new();
    private readonly List<string> _confirmed = [];
    private readonly Dictionary<string, Exception> _failures = [];

    public InstanceRemoverTests() => _world.Cloud.UpdateInstance(Web, instance => instance with { DisableApiTermination = false, ChargeType = "POSTPAID_BY_HOUR" });

    [Fact]
    public async Task A_protected_instance_is_refused_with_the_way_to_lift_the_protection()
    {
        _world.Cloud.UpdateInstance(Web, instance => instance with { DisableApiTermination = true });

        await RemoveAsync(Web);

        var violation = Assert.IsType<RuleViolationException>(_failures[Web]).Violation;
        Assert.Equal("InstanceProtected", violation.Id);
        Assert.Contains("ModifyInstancesAttribute", violation.Advice, StringComparison.Ordinal);
        Assert.Equal(0, _world.CallsOf("TerminateInstances"));
    }

    [Fact]
    public async Task A_prepaid_instance_needs_force_and_two_requests()
    {
        _world.Cloud.UpdateInstance(Web, instance => instance with { ChargeType = "PREPAID" });

        await RemoveAsync(Web);
        Assert.Equal("InstancePrepaid", Assert.IsType<RuleViolationException>(_failures[Web]).Violation.Id);

        await RemoveAsync(includePrepaid: true, Web);
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(1), _world.Time));
        Assert.Equal("SHUTDOWN", StateOf(Web));

        await RemoveAsync(includePrepaid: true, Web);
        await _world.Time.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(1), _world.Time));
        Assert.Null(StateOf(Web));
        Assert.Equal([$"{Web} to the recycle bin", $"{Web} for good"], _confirmed);
    }

    [Fact]
    public async Task A_lost_response_is_not_repeated_for_a_prepaid_instance()
    {
        _world.Cloud.UpdateInstance(Web, instance => instance with { ChargeType = "PREPAID" });
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "TerminateInstances" });

        await RemoveAsync(includePrepaid: true, Web);

        Assert.True(Assert.IsType<TencentCloudException>(_failures[Web]).MayHaveActed);
        Assert.Equal(1, _world.CallsOf("TerminateInstances"));
    }

    [Fact]
    public async Task A_lost_response_is_repeated_for_other_instances()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "TerminateInstances" });

        await RemoveAsync(Web, "ins-unknown1");

        Assert.Equal("InstanceNotFound", Assert.IsType<RuleViolationException>(Assert.Single(_failures).Value).Violation.Id);
        Assert.Equal("TERMINATING", StateOf(Web));
    }

    [Fact]
    public async Task An_instance_that_is_starting_is_deleted_as_soon_as_that_is_possible()
    {
        _world.Refuse("TerminateInstances", "UnsupportedOperation.InstanceStatePending", times: 4);

        await RemoveAsync(Web);

        Assert.Empty(_failures);
        Assert.Equal("TERMINATING", StateOf(Web));
    }

    [Fact]
    public async Task A_refusal_is_an_error_without_a_retry()
    {
        _world.Refuse("TerminateInstances", "FailedOperation.Unreturnable");

        await RemoveAsync(Web);

        Assert.Equal("FailedOperation.Unreturnable", Assert.IsType<TencentCloudException>(_failures[Web]).Code);
        Assert.Equal(1, _world.Cloud.Calls.Count(call => call.Action == "TerminateInstances"));
    }

    private string? StateOf(string instanceId) => _world.Cloud.Instances().FirstOrDefault(instance => instance.InstanceId == instanceId)?.State;

    private Task RemoveAsync(params string[] ids) => RemoveAsync(includePrepaid: false, ids);

    private Task RemoveAsync(bool includePrepaid, params string[] ids)
    {
        var options = new InstanceRemovalOptions
        {
            IncludePrepaid = includePrepaid,
            ConfirmAsync = plan =>
            {
                _confirmed.Add($"{plan.Instance.InstanceId}{(plan.MovesToRecycleBin ? " to the recycle bin" : plan.IsSecondRequest ? " for good" : "")}");
                return Task.FromResult(true);
            },
        };
        var remover = new InstanceRemover(_world.Client, options, _world.Time, _world.Log);
        return _world.Time.RunAsync(() => remover.RunAsync(
            [.. ids.Select(id => new InstanceRef(id, SimulatedWorld.Region))],
            (instance, failure) => _failures[instance.InstanceId] = failure,
            CancellationToken.None));
    }
}
