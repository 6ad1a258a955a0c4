using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for creating an instance like one in another region: some of its resources exist only in its own region.</summary>
public static class LikeInstanceRules
{
    private const string Prepaid = "PREPAID";

    /// <summary>Checks a request for an instance like one in another region.</summary>
    /// <param name="like">The instance that serves as the example.</param>
    /// <param name="likeRegion">The region of that instance.</param>
    /// <param name="request">The request so far.</param>
    /// <param name="region">The region of the new instance.</param>
    /// <param name="useDefaultNetwork">True to use the default network and security group of the region.</param>
    public static RuleViolation? Check(
        Instance like, string likeRegion, RunInstancesRequest request, string region, bool useDefaultNetwork)
    {
        if (RegionRules.IsSame(likeRegion, region))
            return null;

        var used = new List<string>();
        var needed = new List<string>();
        if (!useDefaultNetwork && request.VirtualPrivateCloud is null && like.VirtualPrivateCloud is { SubnetId: { Length: > 0 } subnet } network)
        {
            used.Add(Localized.Text($"subnet {subnet} of {network.VpcId}", $"子网 {subnet}（{network.VpcId}）"));
            needed.Add(Localized.List(["-VpcId", "-SubnetId"]));
        }

        if (!useDefaultNetwork && request.SecurityGroupIds is not { Count: > 0 } && like.SecurityGroupIds.Count > 0)
        {
            used.Add(Localized.Text($"security groups {List(like.SecurityGroupIds)}", $"安全组 {List(like.SecurityGroupIds)}"));
            needed.Add("-SecurityGroupId");
        }

        if (request.LoginSettings is null && like.LoginSettings?.KeyIds is { Count: > 0 } keys)
        {
            used.Add(Localized.Text($"key pairs {List(keys)}", $"密钥对 {List(keys)}"));
            needed.Add(Localized.Text("-KeyId (or -Password, or -KeepImageLogin)", "-KeyId（或 -Password、-KeepImageLogin）"));
        }

        return used.Count == 0
            ? null
            : new RuleViolation(
                "LikeInstanceNeeds",
                Localized.Text(
                    $"{like.InstanceId} in {likeRegion} uses resources that do not exist in {region}: {string.Join("; ", used)}.",
                    $"{likeRegion} 的 {like.InstanceId} 使用了以下资源，{region} 中没有这些资源：{string.Join("；", used)}。"),
                Localized.Text(
                    $"Specify resources of {region}: {string.Join("; ", needed)}. Or use -UseDefaultNetwork for the default network and security group of the region.",
                    $"请指定 {region} 的资源：{string.Join("；", needed)}。也可以用 -UseDefaultNetwork 使用该地域的默认网络和默认安全组。"));

        static string List(IEnumerable<string> ids) => Localized.List(ids);
    }

    /// <summary>Checks that a prepaid request has a period.</summary>
    public static RuleViolation? CheckPeriod(RunInstancesRequest request) =>
        request.InstanceChargeType == Prepaid && request.InstanceChargePrepaid is null
            ? new RuleViolation(
                "PrepaidNeedsPeriod",
                Localized.Text("A prepaid instance (PREPAID) requires a period.", "包年包月（PREPAID）实例需要指定购买时长。"),
                Localized.Text(
                    "Specify -PrepaidPeriod in months, or -InstanceChargeType POSTPAID_BY_HOUR.",
                    "请用 -PrepaidPeriod 指定月数，或使用 -InstanceChargeType POSTPAID_BY_HOUR。"))
            : null;
}
