namespace TencentImageReplication.Simulator.Model;

/// <summary>A launch configuration of auto scaling. Source: <c>LaunchConfiguration</c> of Tencent's API metadata.</summary>
public sealed record SimulatedLaunchConfiguration
{
    /// <summary>The ID, <c>asc-</c> and eight characters; drawn when it is empty in a new configuration.</summary>
    public string LaunchConfigurationId { get; init; } = "";

    /// <summary>The name, at most 60 bytes.</summary>
    public required string LaunchConfigurationName { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The image; empty for none.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The image family; empty for none.</summary>
    public string ImageFamily { get; init; } = "";

    /// <summary>The instance types.</summary>
    public IReadOnlyList<string> InstanceTypes { get; init; } = ["S5.MEDIUM4"];

    /// <summary>The charge type of the instances, such as <c>POSTPAID_BY_HOUR</c>.</summary>
    public string InstanceChargeType { get; init; } = "POSTPAID_BY_HOUR";

    /// <summary>The project, 0 for the default one.</summary>
    public long ProjectId { get; init; }

    /// <summary>The script of the first start in Base64; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The host name of the instances; null when the service chooses one.</summary>
    public string? HostName { get; init; }

    /// <summary>The key pairs of the instances.</summary>
    public IReadOnlyList<string> KeyIds { get; init; } = [];

    /// <summary>True when the instances keep the login of the image.</summary>
    public bool KeepImageLogin { get; init; }

    /// <summary>The security groups; empty for that of the default network.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The role of the instances, empty for none.</summary>
    public string CamRoleName { get; init; } = "";

    /// <summary>The tags of the instances.</summary>
    public IReadOnlyList<SimulatedTag> InstanceTags { get; init; } = [];

    /// <summary>The tags of the configuration itself.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The number of its changes, plus one.</summary>
    public long VersionNumber { get; init; } = 1;

    /// <summary>The time of its creation.</summary>
    public DateTimeOffset CreatedTime { get; init; }

    /// <summary>The time of its last change.</summary>
    public DateTimeOffset UpdatedTime { get; init; }

    /// <summary>Settings that have no effect in the simulator, as JSON with the names of the service.</summary>
    internal string OtherSettings { get; init; } = "{}";
}
