using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Core.Tests.Instances;

/// <summary>The cases by which an instance of an earlier request is recognized.</summary>
public sealed class EarlierLaunchTests
{
    private static readonly DateTimeOffset Sent = VirtualClock.Start.AddMilliseconds(700);

    [Theory]
    [InlineData("RunInstances", "request-1", 1, -60, false)]
    [InlineData("RunInstances", "request-0", 1, 0, true)]
    [InlineData("StopInstances", "request-1", 1, 0, true)]
    // An attempt of this request whose response was lost has another ID, so the time decides.
    [InlineData("RunInstances", "request-0", 2, 0, false)]
    [InlineData("RunInstances", "request-0", 2, -1, true)]
    [InlineData(null, null, 1, 0, false)]
    [InlineData(null, null, 1, -1, true)]
    [InlineData("", "", 1, 0, false)]
    public void An_earlier_request_is_recognized_by_its_id_or_else_by_the_time(
        string? operation, string? requestId, int attempts, int seconds, bool isEarlier)
    {
        var launch = new InstanceLaunch(new RunInstancesRequest(), ["ins-1"], "request-1") { Attempts = attempts, SentAt = Sent };
        // The service returns times in seconds.
        var instance = new Instance
        {
            LatestOperation = operation,
            LatestOperationRequestId = requestId,
            CreatedTime = VirtualClock.Start.AddSeconds(seconds),
        };

        Assert.Equal(isEarlier, EarlierLaunch.Created(launch, instance));
    }

    [Theory]
    [InlineData("TERMINATING", true)]
    [InlineData("SHUTDOWN", true)]
    [InlineData("STOPPED", false)]
    [InlineData("RUNNING", false)]
    public void A_deleted_instance_is_gone(string state, bool isGone) =>
        Assert.Equal(isGone, EarlierLaunch.IsGone(new Instance { InstanceState = state }));
}
