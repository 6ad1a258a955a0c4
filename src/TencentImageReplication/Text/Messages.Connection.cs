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

    internal static string ConnectedElsewhere() => Localized.Text(
        "This runspace has no connection, and another one of this process has connected with Connect-TccAccount. "
            + "The credentials of the environment are not used, because they may belong to another account.",
        "当前运行空间尚未连接，而本进程的另一个运行空间已用 Connect-TccAccount 连接。环境中的密钥可能属于其他账号，因此不会使用。");

    internal static string ConnectedByOtherVersion() => Localized.Text(
        "This session was connected with another version of the module. "
            + "The credentials of the environment are not used, because they may belong to another account.",
        "此会话由另一版本的模块连接。环境中的密钥可能属于其他账号，因此不会使用。");

    internal static string NotConnectedHereAdvice() => Localized.Text(
        "Pass the connection with -Context, such as -Context $using:context in a thread job or in ForEach-Object -Parallel, or run Connect-TccAccount here.",
        "请用 -Context 传入连接，例如在线程作业或 ForEach-Object -Parallel 中使用 -Context $using:context，或在此处运行 Connect-TccAccount。");

    internal static string NoContext() => Localized.Text(
        "There is no connection in this value. Set $context = Get-TccContext after Connect-TccAccount, and use -Context $using:context in a thread job.",
        "该值不包含连接。请在 Connect-TccAccount 之后设置 $context = Get-TccContext，并在线程作业中使用 -Context $using:context。");

    internal static string InvalidContext() => Localized.Text(
        "This value is not a connection. A connection cannot be saved or passed to another process: run Connect-TccAccount there. "
            + "Within this process, use the output of Get-TccContext or of Connect-TccAccount -PassThru.",
        "该值不是连接。连接不能保存，也不能传给其他进程：请在该进程中运行 Connect-TccAccount。在本进程中，请使用 Get-TccContext 或 Connect-TccAccount -PassThru 的输出。");

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

    internal static string NoSimulatedAccount(string role) => Localized.Text(
        $"The simulated cloud has no account for '{role}'. The first account of a scenario is the owner, the second one is the recipient.",
        $"模拟云没有可用于“{role}”的账号。场景中的第一个账号为 Owner，第二个账号为 Recipient。");

    internal static string InvalidScenarioAdvice() => Localized.Text(
        "Correct these lines of the scenario. about_TccSimulator describes its keys.",
        "请按行号修正场景。场景的键见 about_TccSimulator。");

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
