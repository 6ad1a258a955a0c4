namespace TencentImageReplication.Simulator.Model;

/// <summary>The membership of an instance in a scaling group.</summary>
public sealed record SimulatedGroupInstance
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The state in the group, such as <c>IN_SERVICE</c>; null for the one that follows from the state of the instance.</summary>
    public string? LifeCycleState { get; init; }

    /// <summary>The health, such as <c>HEALTHY</c>.</summary>
    public string HealthStatus { get; init; } = "HEALTHY";

    /// <summary>True when scaling in does not delete it.</summary>
    public bool ProtectedFromScaleIn { get; init; }

    /// <summary><c>AUTO_CREATION</c> or <c>MANUAL_ATTACHING</c>.</summary>
    public string CreationType { get; init; } = "AUTO_CREATION";

    /// <summary>The time at which it joined the group.</summary>
    public DateTimeOffset AddTime { get; init; }

    /// <summary>The version of the launch configuration that it was created or refreshed with.</summary>
    public long VersionNumber { get; init; } = 1;
}
