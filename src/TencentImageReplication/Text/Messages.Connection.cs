using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about the connection, credentials and regions.</summary>
internal static partial class Messages
{
    internal static string NotConnected() => Localized.Text("There is no connection to Tencent Cloud.", "尚未连接腾讯云。");

    internal static string NotConnectedAdvice() => Localized.Text(
        "Run Connect-TccAccount, or set the environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY. "
            + "about_TccCredentials lists all places where the module looks for credentials. "
            + "To try the module without an account, run Connect-TccAccount -Simulated.",
        "请运行 Connect-TccAccount，或设置环境变量 TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY。"
            + "本模块查找密钥的所有位置见 about_TccCredentials。"
            + "如需在没有账号的情况下试用本模块，请运行 Connect-TccAccount -Simulated。");

    internal static string NoCredentials() => Localized.Text(
        "No credentials were found in the environment, in a file, or in a role of this machine.",
        "未找到密钥：环境变量、凭证文件和本机的角色中都没有。");

    internal static string CredentialAdvice() => Localized.Text(
        "Correct the problem in the message, then run Connect-TccAccount again. "
            + "about_TccCredentials lists all places where the module looks for credentials.",
        "请按消息中的说明修正，然后重新运行 Connect-TccAccount。本模块查找密钥的所有位置见 about_TccCredentials。");

    internal static string RoleNotAssumedAdvice() => Localized.Text(
        "Check the name of the role, that its trust policy includes the account of the key, and that the key may call sts:AssumeRole.",
        "请检查角色名称是否正确，角色的信任策略是否包含密钥所属的账号，以及该密钥是否有权调用 sts:AssumeRole。");

    internal static string RoleSettingsNeedRole() => Localized.Text(
        "-RoleSessionName and -DurationSeconds require -AssumeRoleArn.",
        "-RoleSessionName 和 -DurationSeconds 只用于角色，请同时指定 -AssumeRoleArn。");

    internal static string GivenKey() => Localized.Text("given to Connect-TccAccount", "由 Connect-TccAccount 提供");

    internal static string SimulatedAccountSource(string role) => Localized.Text($"simulated account ({role})", $"模拟账号（{role}）");

    internal static string NoRegion() => Localized.Text(
        "No region was specified, and the connection has no default region.",
        "未指定地域，且当前连接没有默认地域。");

    internal static string NoRegionAdvice() => Localized.Text(
        "Specify -Region, or run Connect-TccAccount with -Region. Get-TccRegion lists the regions.",
        "请指定 -Region，或用 Connect-TccAccount 的 -Region 设置默认地域。可以用 Get-TccRegion 列出地域。");

    internal static string UnknownRegion(string region, string? similar)
    {
        var unknown = Localized.Text(
            $"This version of the module does not know the region '{region}'. The request is sent anyway.",
            $"此版本的模块未收录地域“{region}”，仍会发送请求。");
        return similar is null ? unknown : Sentences(unknown, Localized.Text($"Did you mean {similar}?", $"是否应为 {similar}？"));
    }

    internal static string RegionListUnavailable(string code) => Localized.Text(
        $"Tencent Cloud did not return its list of regions ({code}). Showing the regions that this version of the module knows.",
        $"无法从腾讯云获取地域列表（{code}），将显示此版本的模块收录的地域。");
}
