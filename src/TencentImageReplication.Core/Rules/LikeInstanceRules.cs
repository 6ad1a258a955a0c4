using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>What of an instance exists in its own region alone, and has to be given for the same machine elsewhere.</summary>
public static class LikeInstanceRules
{
    private const string Prepaid = "PREPAID";

    /// <summary>Checks a request for the same machine in another region.</summary>
    /// <param name="like">The instance that is taken as the example.</param>
    /// <param name="likeRegion">The region that it is in.</param>
    /// <param name="request">What has been given so far.</param>
    /// <param name="region">The region of the new instance.</param>
    /// <param name="takesDefaults">Whether the defaults of the region's network and security group are wanted.</param>
    public static RuleViolation? Check(
        Instance like, string likeRegion, RunInstancesRequest request, string region, bool takesDefaults)
    {
        if (RegionRules.IsSame(likeRegion, region))
            return null;

        var has = new List<string>();
        var give = new List<string>();
        if (!takesDefaults && request.VirtualPrivateCloud is null && like.VirtualPrivateCloud is { SubnetId: { Length: > 0 } subnet } network)
        {
            has.Add(Localized.Text($"the subnet {subnet} of {network.VpcId}", $"子网 {subnet}（{network.VpcId}）"));
            give.Add(Localized.List(["-VpcId", "-SubnetId"]));
        }

        if (!takesDefaults && request.SecurityGroupIds is not { Count: > 0 } && like.SecurityGroupIds.Count > 0)
        {
            has.Add(Localized.Text($"the security groups {List(like.SecurityGroupIds)}", $"安全组 {List(like.SecurityGroupIds)}"));
            give.Add("-SecurityGroupId");
        }

        if (request.LoginSettings is null && like.LoginSettings?.KeyIds is { Count: > 0 } keys)
        {
            has.Add(Localized.Text($"the key pairs {List(keys)}", $"密钥对 {List(keys)}"));
            give.Add(Localized.Text("-KeyId (or -Password, or -KeepImageLogin)", "-KeyId（或 -Password、-KeepImageLogin）"));
        }

        return has.Count == 0
            ? null
            : new RuleViolation(
                "LikeInstanceNeeds",
                Localized.Text(
                    $"{like.InstanceId} in {likeRegion} has {string.Join("; ", has)}: that does not exist in {region}.",
                    $"{likeRegion} 的 {like.InstanceId} 使用了以下资源，{region} 中没有这些资源：{string.Join("；", has)}。"),
                Localized.Text(
                    $"Give those of {region}: {string.Join("; ", give)}. -UseDefaultNetwork takes the default network and security group of the region instead.",
                    $"请指定 {region} 的资源：{string.Join("；", give)}。也可以用 -UseDefaultNetwork 使用该地域的默认网络和默认安全组。"));

        static string List(IEnumerable<string> ids) => Localized.List(ids);
    }

    /// <summary>Checks that what is paid in advance says for how long.</summary>
    public static RuleViolation? CheckPeriod(RunInstancesRequest request) =>
        request.InstanceChargeType == Prepaid && request.InstanceChargePrepaid is null
            ? new RuleViolation(
                "PrepaidNeedsPeriod",
                Localized.Text("An instance that is paid in advance (PREPAID) needs a period.", "包年包月（PREPAID）实例需要指定购买时长。"),
                Localized.Text(
                    "Give -PrepaidPeriod in months, or -InstanceChargeType POSTPAID_BY_HOUR.",
                    "请用 -PrepaidPeriod 指定月数，或使用 -InstanceChargeType POSTPAID_BY_HOUR。"))
            : null;
}
