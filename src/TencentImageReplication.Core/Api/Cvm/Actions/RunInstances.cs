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

/// <summary>The instances to start. <see cref="Placement"/> and <see cref="ImageId"/> are sufficient.</summary>
public sealed record RunInstancesRequest
{
    /// <summary>
    /// <c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c> (by default), <c>CDHPAID</c>, <c>SPOTPAID</c> or <c>CDCPAID</c>.
    /// </summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The prepaid period; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The zone and the hosts in it; required without a launch template.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>; chosen by the service by default.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The image to start from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The system disk; the service's default by default.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks; none by default.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>Bandwidth to the internet; 0 by default.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The number of instances, 1 to 500; 1 by default.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The minimum number to start when the stock is too small for all.</summary>
    public long? MinCount { get; init; }

    /// <summary>The name shown, at most 128 characters, patterns such as <c>{R:3}</c> included.</summary>
    public string? InstanceName { get; init; }

    /// <summary>
    /// Password, keys or the log-in of the image. By default, the service sends a random password to the account.
    /// </summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups; the project's default one by default.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters, a new one for each purchase. Makes the call safe to retry.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name; 2 to 15 characters on Windows, 2 to 60 elsewhere.</summary>
    public string? HostName { get; init; }

    /// <summary>The time to terminate the instances at.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string>? DisasterRecoverGroupIds { get; init; }

    /// <summary>Tags for the created resources.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Data for the instance's first start, as base64, at most 16 KB before encoding.</summary>
    public string? UserData { get; init; }

    /// <summary>Metadata that the user sets.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>True to only check that the purchase would succeed.</summary>
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

    /// <summary>True to protect the instances from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>True to use jumbo frames.</summary>
    public bool? EnableJumboFrame { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>Returns only the name of the type, because user data, metadata and the log-in must not appear in a log.</summary>
    public override string ToString() => nameof(RunInstancesRequest);
}

/// <summary>The instances that are being started.</summary>
public sealed record RunInstancesResponse : CvmResponse
{
    /// <summary>Their IDs. An ID does not mean that the start succeeds; check the state.</summary>
    public IReadOnlyList<string> InstanceIdSet { get; init => field = value ?? []; } = [];
}
