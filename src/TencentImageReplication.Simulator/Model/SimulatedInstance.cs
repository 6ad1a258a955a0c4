namespace TencentImageReplication.Simulator.Model;

/// <summary>An instance at one moment. The spelling of states is Tencent's.</summary>
public sealed record SimulatedInstance
{
    /// <summary>The ID, <c>ins-</c> and eight characters.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The display name.</summary>
    public required string InstanceName { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region it is in.</summary>
    public required string Region { get; init; }

    /// <summary>The zone it is in.</summary>
    public required string Zone { get; init; }

    /// <summary>The instance type, such as <c>S5.MEDIUM4</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The image it was started from.</summary>
    public required string ImageId { get; init; }

    /// <summary><c>PENDING</c>, <c>RUNNING</c> or <c>LAUNCH_FAILED</c>.</summary>
    public string State { get; init; } = InstanceStates.Pending;

    /// <summary>Cores.</summary>
    public required int Cpu { get; init; }

    /// <summary>Memory in GiB.</summary>
    public required int MemoryGB { get; init; }

    /// <summary>The operating system of its image.</summary>
    public required string OsName { get; init; }

    /// <summary>Whether that is Windows.</summary>
    public bool IsWindows { get; init; }

    /// <summary>The host name inside; null when the service chose one.</summary>
    public string? HostName { get; init; }

    /// <summary>How it is charged, such as <c>POSTPAID_BY_HOUR</c>.</summary>
    public required string ChargeType { get; init; }

    /// <summary>What happens at the end of a prepaid period; null unless prepaid.</summary>
    public string? RenewFlag { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedTime { get; init; }

    /// <summary>When the prepaid period ends; null unless prepaid.</summary>
    public DateTimeOffset? ExpiredTime { get; init; }

    /// <summary>The system disk.</summary>
    public required SimulatedDisk SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<SimulatedDisk> DataDisks { get; init; } = [];

    /// <summary>The network.</summary>
    public required SimulatedNetwork Network { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The address inside the network.</summary>
    public required string PrivateIpAddress { get; init; }

    /// <summary>The address outside; null for none.</summary>
    public string? PublicIpAddress { get; init; }

    /// <summary>How traffic is charged.</summary>
    public required string InternetChargeType { get; init; }

    /// <summary>The bandwidth outwards in Mbit/s.</summary>
    public int InternetMaxBandwidthOut { get; init; }

    /// <summary>The key pairs bound to it.</summary>
    public IReadOnlyList<string> KeyIds { get; init; } = [];

    /// <summary>Whether the login of the image was kept.</summary>
    public bool KeepImageLogin { get; init; }

    /// <summary>Base64 of what runs at the first start; null for nothing.</summary>
    public string? UserData { get; init; }

    /// <summary>The role bound to it, empty for none.</summary>
    public string CamRoleName { get; init; } = "";

    /// <summary>The project, 0 for the default one.</summary>
    public long ProjectId { get; init; }

    /// <summary>Whether the API refuses to terminate it.</summary>
    public bool DisableApiTermination { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The ID that is unique in the world.</summary>
    public required string Uuid { get; init; }

    /// <summary>The request that made it.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the start is decided.</summary>
    internal DateTimeOffset DecidedAt { get; init; }

    /// <summary>How it will be decided.</summary>
    internal string DecidedState { get; init; } = InstanceStates.Running;
}
