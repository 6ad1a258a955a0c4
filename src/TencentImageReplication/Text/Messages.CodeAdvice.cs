using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about single error codes, and about throttling.</summary>
internal static partial class Messages
{
    internal static string SimilarRegionAdvice(string region, string similar) => Localized.Text(
        $"'{region}' is not a known region. Did you mean {similar}? Get-TccRegion lists the regions.",
        $"“{region}”不是已知的地域。是否应为 {similar}？可以用 Get-TccRegion 列出所有地域。");

    internal static string RefusedRegionAdvice() => Localized.Text(
        "Tencent Cloud does not copy the image to this region for this account. Copies between the Chinese mainland and other regions "
            + "must be enabled by Tencent Cloud's after-sales service; -AllowCrossBorder only skips the check of this module. "
            + "Finance regions are isolated from other regions.",
        "腾讯云不允许该账号将镜像复制到此地域。中国内地与其他地域之间的复制需要联系腾讯云售后开通；"
            + "-AllowCrossBorder 只跳过本模块的检查。金融专区与其他地域相互隔离。");

    internal static string ImageQuotaAdvice(string? region) => region is null
        ? Localized.Text(
            "The destination region has reached its quota of custom images. Get-TccImageQuota -Region shows it. "
                + "Remove images that you do not need (Remove-TccImage), or request a higher quota from Tencent Cloud.",
            "目的地域的自定义镜像数量已达配额上限。可以用 Get-TccImageQuota -Region 查看。"
                + "请删除不需要的镜像（Remove-TccImage），或向腾讯云申请提高配额。")
        : Localized.Text(
            $"The region has reached its quota of custom images. Get-TccImageQuota -Region {region} shows it. "
                + "Remove images that you do not need (Remove-TccImage), or request a higher quota from Tencent Cloud.",
            $"该地域的自定义镜像数量已达配额上限。可以用 Get-TccImageQuota -Region {region} 查看。"
                + "请删除不需要的镜像（Remove-TccImage），或向腾讯云申请提高配额。");

    internal static string QuotaAdvice(string? region) => Localized.Text(
        $"The account has reached a quota{(region is null ? "" : $" in {region}")}. Request fewer resources, delete some that you do not need, "
            + "or request a higher quota in the console of Tencent Cloud.",
        $"该账号{(region is null ? "" : $"在 {region} ")}已达配额上限。请减少数量，删除不需要的资源，或在腾讯云控制台申请提高配额。");

    internal static string OtherSiteAdvice() => Localized.Text(
        "Check that the key exists and is enabled. The Chinese site (cloud.tencent.com) and the international site (tencentcloud.com) "
            + "have separate keys: connect with the site of your account, Connect-TccAccount -Site China or -Site International.",
        "请检查密钥是否存在、是否已启用。中国站（cloud.tencent.com）与国际站（tencentcloud.com）的密钥互不通用："
            + "请按账号所属站点连接，即 Connect-TccAccount -Site China 或 -Site International。");

    internal static string IncompleteListAdvice() => Localized.Text(
        "Run the command again. If the error stays, contact Tencent Cloud's support and give the request ID.",
        "请重新运行；如果仍然报错，请将请求 ID 提供给腾讯云技术支持。");

    internal static string DurationOutOfRange() => Localized.Text(
        "The duration must be between zero and one day. Specify seconds, such as 300, or a time span, such as 00:05:00.",
        "时长必须在零到一天之间。请指定秒数（例如 300）或时间跨度（例如 00:05:00）。");
}
