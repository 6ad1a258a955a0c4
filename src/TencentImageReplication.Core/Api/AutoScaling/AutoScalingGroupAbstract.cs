using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>A scaling group that a launch configuration names.</summary>
public sealed record AutoScalingGroupAbstract
{
    /// <summary>The group's ID, such as <c>asg-pts6qcgp</c>.</summary>
    public string AutoScalingGroupId { get; init => field = value ?? ""; } = "";

    /// <summary>The group's name.</summary>
    [FreeText]
    public string AutoScalingGroupName { get; init => field = value ?? ""; } = "";
}
