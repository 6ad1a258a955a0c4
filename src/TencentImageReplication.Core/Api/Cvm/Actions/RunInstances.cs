using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>RunInstances: starts instances from an image.</summary>
    public static CvmAction<RunInstancesRequest, RunInstancesResponse> RunInstances { get; } = new(
        nameof(RunInstances),
        new(
            static () => CvmRequestJsonContext.Default.RunInstancesRequest,
            static () => CvmResponseJsonContext.Default.RunInstancesResponse),
        requestsPerSecond: 10,
        RetrySafety.WithClientToken,
        clientTokenOf: request => request.ClientToken,
        secretsOf: request => [request.LoginSettings?.Password, request.UserData]);
}

/// <summary>The instances to start. <see cref="Placement"/> and <see cref="ImageId"/> are enough.</summary>
public sealed record RunInstancesRequest
{
    /// <summary>
    /// <c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c> (when not given), <c>CDHPAID</c>, <c>SPOTPAID</c> or <c>CDCPAID</c>.
    /// </summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>For how long; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The zone and what is around it; required without a launch template.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>; chosen by the service when not given.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The image to start from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The system disk; the service's default when not given.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks; none when not given.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>Bandwidth to the internet; 0 when not given.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>How many, 1 to 500; 1 when not given.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The least number to be content with when stock is short.</summary>
    public long? MinCount { get; init; }

    /// <summary>The name shown, at most 128 characters, patterns such as <c>{R:3}</c> included.</summary>
    public string? InstanceName { get; init; }

    /// <summary>
    /// Password, keys or the image's own log-in; a random password is sent to the account when not given.
    /// </summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups; the project's default one when not given.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters, new for every purchase: makes the call safe to repeat.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name; 2 to 15 characters on Windows, 2 to 60 elsewhere.</summary>
    public string? HostName { get; init; }

    /// <summary>When to terminate the instances.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string>? DisasterRecoverGroupIds { get; init; }

    /// <summary>Tags for what is created.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Data for the instance's first start, as base64, at most 16 KB before encoding.</summary>
    public string? UserData { get; init; }

    /// <summary>Metadata of the user's own.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Whether only to check that the purchase would go through.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The CAM role of the instances.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>The launch template to start from.</summary>
    public LaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>The dedicated cluster to start in.</summary>
    public string? DedicatedClusterId { get; init; }

    /// <summary>The CHC servers to start on.</summary>
    public IReadOnlyList<string>? ChcIds { get; init; }

    /// <summary>The partition of the placement group.</summary>
    public long? PartitionNumber { get; init; }

    /// <summary>Whether the instances are protected from being terminated by a call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>Whether the network uses jumbo frames.</summary>
    public bool? EnableJumboFrame { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>The type's name alone: user data, metadata and the log-in must not get into a log.</summary>
    public override string ToString() => nameof(RunInstancesRequest);
}

/// <summary>The instances that are being started.</summary>
public sealed record RunInstancesResponse : CvmResponse
{
    /// <summary>Their IDs. An ID does not mean that the start succeeds: watch the state.</summary>
    public IReadOnlyList<string> InstanceIdSet { get; init => field = value ?? []; } = [];
}
