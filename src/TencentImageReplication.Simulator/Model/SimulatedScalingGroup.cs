namespace TencentImageReplication.Simulator.Model;

/// <summary>A scaling group. The simulator does not scale it. Source: <c>AutoScalingGroup</c> of Tencent's API metadata.</summary>
public sealed record SimulatedScalingGroup
{
    /// <summary>The ID, <c>asg-</c> and eight characters; drawn when it is empty in a new group.</summary>
    public string AutoScalingGroupId { get; init; } = "";

    /// <summary>The name.</summary>
    public required string AutoScalingGroupName { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The launch configuration.</summary>
    public required string LaunchConfigurationId { get; init; }

    /// <summary>The time of its creation.</summary>
    public DateTimeOffset CreatedTime { get; init; }

    /// <summary>The zones.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>The minimum number of instances.</summary>
    public int MinSize { get; init; }

    /// <summary>The maximum number of instances.</summary>
    public int MaxSize { get; init; } = 100;

    /// <summary>The desired number of instances; null for the number that it has.</summary>
    public int? DesiredCapacity { get; init; }

    /// <summary>The state, such as <c>NORMAL</c> or <c>LB_ABNORMAL</c> (<see cref="ScalingGroupStates"/>).</summary>
    public string Status { get; init; } = ScalingGroupStates.Normal;

    /// <summary>False when the group is disabled. It is also disabled while a refresh of it is in progress.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>True when a scaling activity is in progress, which never ends in the simulator.</summary>
    public bool IsInActivity { get; init; }

    /// <summary>The load balancer; null for none.</summary>
    public string? LoadBalancerId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The instances. Those that do not exist any more are left out of responses.</summary>
    public IReadOnlyList<SimulatedGroupInstance> Instances { get; init; } = [];
}
