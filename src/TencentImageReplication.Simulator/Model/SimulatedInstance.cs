namespace TencentImageReplication.Simulator.Model;

/// <summary>An instance at one time. States have the spelling of Tencent Cloud.</summary>
public sealed record SimulatedInstance
{
    /// <summary>The ID, <c>ins-</c> and eight characters.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The display name.</summary>
    public required string InstanceName { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The instance type, such as <c>S5.MEDIUM4</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The image it was started from.</summary>
    public required string ImageId { get; init; }

    /// <summary>The state, such as <c>RUNNING</c> (<see cref="InstanceStates"/>).</summary>
    public string State { get; init; } = InstanceStates.Pending;

    /// <summary>The number of cores.</summary>
    public required int Cpu { get; init; }

    /// <summary>The memory in GiB.</summary>
    public required int MemoryGB { get; init; }

    /// <summary>The operating system of its image.</summary>
    public required string OsName { get; init; }

    /// <summary>True when that is Windows.</summary>
    public bool IsWindows { get; init; }

    /// <summary>The host name inside; null when the service chose one.</summary>
    public string? HostName { get; init; }

    /// <summary>The charge type, such as <c>POSTPAID_BY_HOUR</c>.</summary>
    public required string ChargeType { get; init; }

    /// <summary>The action at the end of a prepaid period; null unless prepaid.</summary>
    public string? RenewFlag { get; init; }

    /// <summary>The time of the request.</summary>
    public required DateTimeOffset CreatedTime { get; init; }

    /// <summary>The end of the prepaid period; null unless prepaid.</summary>
    public DateTimeOffset? ExpiredTime { get; init; }

    /// <summary>The system disk.</summary>
    public required SimulatedDisk SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<SimulatedDisk> DataDisks { get; init; } = [];

    /// <summary>The network.</summary>
    public required SimulatedNetwork Network { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The private address.</summary>
    public required string PrivateIpAddress { get; init; }

    /// <summary>The public address; null for none.</summary>
    public string? PublicIpAddress { get; init; }

    /// <summary>The charge type of the traffic.</summary>
    public required string InternetChargeType { get; init; }

    /// <summary>The outbound bandwidth in Mbit/s.</summary>
    public int InternetMaxBandwidthOut { get; init; }

    /// <summary>The key pairs bound to it.</summary>
    public IReadOnlyList<string> KeyIds { get; init; } = [];

    /// <summary>True when it keeps the login of the image.</summary>
    public bool KeepImageLogin { get; init; }

    /// <summary>The script of the first start in Base64; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The role of the instance, empty for none.</summary>
    public string CamRoleName { get; init; } = "";

    /// <summary>The project, 0 for the default one.</summary>
    public long ProjectId { get; init; }

    /// <summary>True when the API refuses to terminate it.</summary>
    public bool DisableApiTermination { get; init; }

    /// <summary>The condition in which no image of it can be created. The service does not return this: for tests.</summary>
    public InstanceCondition Condition { get; init; }

    /// <summary>True when the automation agent is installed.</summary>
    public bool HasAutomationAgent { get; init; }

    /// <summary>The time at which an action timer deletes it; null for no timer.</summary>
    public DateTimeOffset? TerminatesAt { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The globally unique ID.</summary>
    public required string Uuid { get; init; }

    /// <summary>The ID of the request that created or changed it last.</summary>
    public required string RequestId { get; init; }

    /// <summary>The charging while it is stopped, such as <c>STOP_CHARGING</c>.</summary>
    public string StopChargingMode { get; init; } = "NOT_APPLICABLE";

    /// <summary>The action that changed it last.</summary>
    internal string LatestOperation { get; init; } = "RunInstances";

    /// <summary>The time at which it began to stop or to be deleted.</summary>
    internal DateTimeOffset ChangeStarted { get; init; }

    /// <summary>The time at which it has stopped or is gone.</summary>
    internal DateTimeOffset ChangeEnds { get; init; }

    /// <summary>The state after the change; null when it is gone.</summary>
    internal string? StateAfterChange { get; init; }

    /// <summary>The time at which the start ends.</summary>
    internal DateTimeOffset StartEnds { get; init; }

    /// <summary>The state at the end of the start.</summary>
    internal string StateAfterStart { get; init; } = InstanceStates.Running;
}
