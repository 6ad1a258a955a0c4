using TencentImageReplication.Core.Targets;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>A scaling group with the image of its launch configuration, as returned by DescribeAutoScalingGroups and DescribeLaunchConfigurations.</summary>
public sealed record TccAutoScalingGroup
{
    /// <summary>The group's ID, such as <c>asg-pts6qcgp</c>.</summary>
    public string AutoScalingGroupId { get; internal init; } = "";

    /// <summary>The group's name.</summary>
    public string AutoScalingGroupName { get; internal init; } = "";

    /// <summary>The region of the group.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The launch configuration, such as <c>asc-mo1woym9</c>. Several groups may have the same.</summary>
    public string LaunchConfigurationId { get; internal init; } = "";

    /// <summary>The name of the launch configuration.</summary>
    public string LaunchConfigurationName { get; internal init; } = "";

    /// <summary>The image of the launch configuration, which new instances are created from.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The image family of the launch configuration. Tencent does not document which one applies if there is an image too.</summary>
    public string? ImageFamily { get; internal init; }

    /// <summary>The number of instances that the group should have.</summary>
    public int? DesiredCapacity { get; internal init; }

    /// <summary>The number of instances.</summary>
    public int? InstanceCount { get; internal init; }

    /// <summary><c>NORMAL</c>, or the kind of a problem, such as <c>CVM_ABNORMAL</c>. Tencent's AutoScalingGroupStatus.</summary>
    public string Status { get; internal init; } = "";

    /// <summary>True if the group is enabled. Tencent's EnabledStatus.</summary>
    public bool? Enabled { get; internal init; }

    /// <summary>True while the group creates, deletes or refreshes instances. Tencent's InActivityStatus.</summary>
    public bool? InActivity { get; internal init; }

    /// <summary>The group's ID, so that a group can be used as an ID.</summary>
    public override string ToString() => AutoScalingGroupId;

    internal static TccAutoScalingGroup From(ScalingGroupTarget target, string region) => new()
    {
        AutoScalingGroupId = target.Group.AutoScalingGroupId,
        AutoScalingGroupName = target.Group.AutoScalingGroupName,
        Region = region,
        LaunchConfigurationId = target.Group.LaunchConfigurationId,
        LaunchConfigurationName = target.Group.LaunchConfigurationName,
        ImageId = target.Configuration?.ImageId,
        ImageFamily = target.Configuration?.ImageFamily,
        DesiredCapacity = NumberConversion.From(target.Group.DesiredCapacity),
        InstanceCount = NumberConversion.From(target.Group.InstanceCount),
        Status = target.Group.AutoScalingGroupStatus,
        Enabled = Is(target.Group.EnabledStatus, "ENABLED"),
        InActivity = Is(target.Group.InActivityStatus, "IN_ACTIVITY"),
    };

    private static bool? Is(string? status, string expected) => string.IsNullOrEmpty(status) ? null : status == expected;
}
