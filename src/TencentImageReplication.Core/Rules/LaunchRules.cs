using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for the settings that an instance is created with.</summary>
/// <remarks>Source: RunInstances.</remarks>
public static class LaunchRules
{
    /// <summary>Checks that the settings have what a request cannot be built without.</summary>
    /// <param name="instanceType">The type.</param>
    /// <param name="likeInstanceId">The instance whose settings are the defaults.</param>
    /// <param name="vpcId">The private network.</param>
    /// <param name="subnetId">The subnet in it.</param>
    public static RuleViolation? Check(string? instanceType, string? likeInstanceId, string? vpcId, string? subnetId)
    {
        if (instanceType is null && likeInstanceId is null)
        {
            return new RuleViolation(
                "NoInstanceType",
                Localized.Text("No instance type was specified.", "未指定机型。"),
                Localized.Text(
                    "Specify -InstanceType, such as S5.MEDIUM4, or -LikeInstanceId.",
                    "请指定 -InstanceType（例如 S5.MEDIUM4）或 -LikeInstanceId。"));
        }

        return vpcId is null == subnetId is null
            ? null
            : new RuleViolation(
                "VpcNeedsSubnet",
                Localized.Text("-VpcId and -SubnetId require each other.", "-VpcId 与 -SubnetId 必须同时指定。"),
                Localized.Text(
                    "Specify both, or neither to use the default network.",
                    "请同时指定两者；都不指定时使用默认网络。"));
    }
}
