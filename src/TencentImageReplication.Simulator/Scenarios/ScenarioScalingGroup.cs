using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A scaling group to start with. Its account and region are those of its launch configuration.</summary>
public sealed record ScenarioScalingGroup
{
    /// <summary>The ID, <c>asg-</c> and eight characters; drawn by default.</summary>
    public string? AutoScalingGroupId { get; init; }

    /// <summary>The name.</summary>
    public required string AutoScalingGroupName { get; init; }

    /// <summary>The launch configuration.</summary>
    public required string LaunchConfigurationId { get; init; }

    /// <summary>The number of instances to create from the launch configuration.</summary>
    public int InstanceCount { get; init; }

    /// <summary>The image of these instances; that of the launch configuration by default.</summary>
    public string? InstanceImageId { get; init; }

    /// <summary>Existing instances that belong to the group.</summary>
    public IReadOnlyList<string> InstanceIds { get; init; } = [];

    /// <summary>The zones; the first open one of the region by default.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>The minimum number of instances.</summary>
    public int MinSize { get; init; }

    /// <summary>The maximum number of instances.</summary>
    public int MaxSize { get; init; } = 100;

    /// <summary>The desired number of instances; the number that it has by default.</summary>
    public int? DesiredCapacity { get; init; }

    /// <summary>The state, such as <c>NORMAL</c> or <c>LB_ABNORMAL</c>.</summary>
    public string Status { get; init; } = ScalingGroupStates.Normal;

    /// <summary>False for a group that is disabled.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>True for a group whose scaling activity never ends.</summary>
    public bool IsInActivity { get; init; }

    /// <summary>The load balancer; none by default.</summary>
    public string? LoadBalancerId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The time of its creation; the start of the scenario by default.</summary>
    public DateTimeOffset? CreatedTime { get; init; }
}
