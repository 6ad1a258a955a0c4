using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>A scaling group, as DescribeAutoScalingGroups returns it: the fields that this project reads.</summary>
public sealed record AutoScalingGroup
{
    /// <summary>The group's ID, such as <c>asg-pts6qcgp</c>.</summary>
    public string AutoScalingGroupId { get; init => field = value ?? ""; } = "";

    /// <summary>The group's name.</summary>
    [FreeText]
    public string AutoScalingGroupName { get; init => field = value ?? ""; } = "";

    /// <summary><c>NORMAL</c>, or the kind of a problem, such as <c>CVM_ABNORMAL</c> or <c>INSUFFICIENT_BALANCE</c>.</summary>
    public string AutoScalingGroupStatus { get; init => field = value ?? ""; } = "";

    /// <summary>The number of instances that the group should have.</summary>
    public long? DesiredCapacity { get; init; }

    /// <summary><c>ENABLED</c> or <c>DISABLED</c>. The service disables a group while its instances are refreshed.</summary>
    public string? EnabledStatus { get; init; }

    /// <summary>The number of instances.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The launch configuration.</summary>
    public string LaunchConfigurationId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the launch configuration.</summary>
    [FreeText]
    public string LaunchConfigurationName { get; init => field = value ?? ""; } = "";

    /// <summary><c>IN_ACTIVITY</c> or <c>NOT_IN_ACTIVITY</c>.</summary>
    public string? InActivityStatus { get; init; }

    /// <summary>The application load balancers.</summary>
    public IReadOnlyList<ForwardLoadBalancer> ForwardLoadBalancerSet { get; init => field = value ?? []; } = [];

    /// <summary>The number of instances in service: those that a refresh reinstalls.</summary>
    public long? InServiceInstanceCount { get; init; }
}
