using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>An instance, as DescribeInstances returns it.</summary>
public sealed record Instance
{
    /// <summary>The zone and host.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The instance's ID, such as <c>ins-9bxebleo</c>.</summary>
    public string InstanceId { get; init => field = value ?? ""; } = "";

    /// <summary>The type, such as <c>S5.MEDIUM4</c>.</summary>
    public string InstanceType { get; init => field = value ?? ""; } = "";

    /// <summary>Number of virtual CPUs.</summary>
    public long? CPU { get; init; }

    /// <summary>Memory, in GiB.</summary>
    public long? Memory { get; init; }

    /// <summary><c>NORMAL</c>, <c>EXPIRED</c> or <c>PROTECTIVELY_ISOLATED</c>.</summary>
    public string? RestrictState { get; init; }

    /// <summary>The instance's name.</summary>
    [FreeText]
    public string InstanceName { get; init => field = value ?? ""; } = "";

    /// <summary><c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c>, <c>CDHPAID</c>, <c>SPOTPAID</c> or <c>CDCPAID</c>.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The system disk.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<DataDisk> DataDisks { get; init => field = value ?? []; } = [];

    /// <summary>Private addresses of the primary interface.</summary>
    public IReadOnlyList<string> PrivateIpAddresses { get; init => field = value ?? []; } = [];

    /// <summary>Public addresses of the primary interface.</summary>
    public IReadOnlyList<string> PublicIpAddresses { get; init => field = value ?? []; } = [];

    /// <summary>Bandwidth to the internet.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The private network.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>The image that it was started from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The renewal mode of a prepaid instance; missing for others.</summary>
    public string? RenewFlag { get; init; }

    /// <summary>The time it was created, in UTC.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>The time a prepaid instance expires, in UTC; missing for others.</summary>
    public DateTimeOffset? ExpiredTime { get; init; }

    /// <summary>The operating system.</summary>
    public string? OsName { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init => field = value ?? []; } = [];

    /// <summary>The key pairs; never a password.</summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The state, such as <c>PENDING</c>, <c>LAUNCH_FAILED</c>, <c>RUNNING</c>, <c>STOPPED</c>.</summary>
    public string InstanceState { get; init => field = value ?? ""; } = "";

    /// <summary>The instance's tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = value ?? []; } = [];

    /// <summary><c>KEEP_CHARGING</c>, <c>STOP_CHARGING</c> or <c>NOT_APPLICABLE</c>.</summary>
    public string? StopChargingMode { get; init; }

    /// <summary>The instance's globally unique ID.</summary>
    public string? Uuid { get; init; }

    /// <summary>The last operation, such as <c>StopInstances</c>.</summary>
    public string? LatestOperation { get; init; }

    /// <summary><c>SUCCESS</c>, <c>OPERATING</c> or <c>FAILED</c>.</summary>
    public string? LatestOperationState { get; init; }

    /// <summary>Request ID of the last operation.</summary>
    public string? LatestOperationRequestId { get; init; }

    /// <summary>The placement group.</summary>
    public string? DisasterRecoverGroupId { get; init; }

    /// <summary>IPv6 addresses.</summary>
    public IReadOnlyList<string> IPv6Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The CAM role.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>Addresses in the cluster for high-performance computing.</summary>
    public IReadOnlyList<string> RdmaIpAddresses { get; init => field = value ?? []; } = [];

    /// <summary>The dedicated cluster.</summary>
    public string? DedicatedClusterId { get; init; }

    /// <summary>The reason for the isolation: <c>ARREAR</c>, <c>EXPIRE</c>, <c>MANMADE</c> or <c>NOTISOLATED</c>.</summary>
    public string? IsolatedSource { get; init; }

    /// <summary>The placement groups: one at most.</summary>
    public IReadOnlyList<string> DisasterRecoverGroupIds { get; init => field = value ?? []; } = [];

    /// <summary>The GPUs, if it has any.</summary>
    public GPUInfo? GPUInfo { get; init; }

    /// <summary>The operating system's licence.</summary>
    public string? LicenseType { get; init; }

    /// <summary>True if it is protected from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>The default user for the log-in.</summary>
    public string? DefaultLoginUser { get; init; }

    /// <summary>The default port for the log-in.</summary>
    public long? DefaultLoginPort { get; init; }

    /// <summary>The reason why the last operation failed.</summary>
    [MessageText]
    public string? LatestOperationErrorMsg { get; init; }

    /// <summary>Metadata that the user sets.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Public IPv6 addresses.</summary>
    public IReadOnlyList<string> PublicIPv6Addresses { get; init => field = value ?? []; } = [];

    /// <summary>Cores and threads per core.</summary>
    public CpuTopology? CpuTopology { get; init; }

    /// <summary>The partition of the placement group.</summary>
    public long? PartitionNumber { get; init; }
}
