namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of a scaling group. Source: the field <c>AutoScalingGroupStatus</c> of Tencent's API metadata.</summary>
public static class ScalingGroupStates
{
    /// <summary>No problem.</summary>
    public const string Normal = "NORMAL";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        Normal, "CVM_ABNORMAL", "LB_ABNORMAL", "LB_LISTENER_ABNORMAL", "LB_LOCATION_ABNORMAL", "VPC_ABNORMAL", "SUBNET_ABNORMAL",
        "INSUFFICIENT_BALANCE", "LB_BACKEND_REGION_NOT_MATCH", "LB_BACKEND_VPC_NOT_MATCH",
    ];
}
