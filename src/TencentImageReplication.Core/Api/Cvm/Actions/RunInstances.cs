using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>RunInstances: starts instances from an image.</summary>
    public static CvmAction<RunInstancesRequest, RunInstancesResponse> RunInstances => new(
        nameof(RunInstances),
        requestsPerSecond: 10,
        RetrySafety.WithClientToken,
        clientTokenOf: request => request.ClientToken,
        secretsOf: request => [request.LoginSettings?.Password, request.UserData]);
}

/// <summary>The instances to start. <see cref="Placement"/> and <see cref="ImageId"/> are sufficient.</summary>
public sealed record RunInstancesRequest : InstanceSpecification
{
    /// <summary>The zone and the hosts in it; required without a launch template.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The image to start from.</summary>
    public string? ImageId { get; init; }

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The launch template to start from.</summary>
    public LaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>The minimum number to start when the stock is too small for all.</summary>
    public long? MinCount { get; init; }

    /// <summary>The time to terminate the instances at.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string>? DisasterRecoverGroupIds { get; init; }

    /// <summary>Data for the instance's first start, as base64, at most 16 KB before encoding.</summary>
    public string? UserData { get; init; }

    /// <summary>True to only check that the purchase would succeed.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The CAM role of the instances.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>The dedicated cluster to start in.</summary>
    public string? DedicatedClusterId { get; init; }

    /// <summary>The CHC servers to start on.</summary>
    public IReadOnlyList<string>? ChcIds { get; init; }

    /// <summary>The partition of the placement group.</summary>
    public long? PartitionNumber { get; init; }

    /// <summary>True to protect the instances from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>True to use jumbo frames.</summary>
    public bool? EnableJumboFrame { get; init; }
}

/// <summary>The instances that are being started.</summary>
public sealed record RunInstancesResponse : CvmResponse
{
    /// <summary>Their IDs. An ID does not mean that the start succeeds; check the state.</summary>
    public IReadOnlyList<string> InstanceIdSet { get; init => field = value ?? []; } = [];
}
