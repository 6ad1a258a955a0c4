using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Report.Text;

/// <summary>The texts of the page with values in them.</summary>
internal static class Phrases
{
    public static string Created(string time) => Localized.Text(
        $"Created {time}. All times are in UTC.", $"生成时间：{time}。所有时间均为 UTC。");

    public static string Ready(int ready, int all) => Localized.Text($"{ready} of {all} ready", $"{ready}/{all} 可用");

    public static string Versions(int count) => Localized.Text($"{count} versions", $"{count} 个版本");

    public static string Copies(int count) => Localized.Text(count == 1 ? "1 copy" : $"{count} copies", $"{count} 个副本");

    public static string Durations(string median, string longest) => Localized.Text($"median {median}, longest {longest}", $"用时中位数 {median}，最长 {longest}");

    public static string Count(int count, string word) => Localized.Text($"{count} {word}", $"{count} 个{word}");

    public static string Change(string change) => Localized.Text($"{change}\u00a0GiB by this run", $"本次变化 {change}\u00a0GiB");

    public static string Span(string state, string span) => Localized.Text($"{state} after {span}", $"{state}，用时 {span}");

    public static string Since(string state, string time) => Localized.Text($"{state} since {time}", $"{state}，始于 {time}");

    public static string ImageHasName(string imageId) => Localized.Text($"{imageId} has the name", $"名称被 {imageId} 占用");

    public static string Place(string region, string account) => Localized.Text($"{region} ({account})", $"{region}（{account}）");

    /// <summary>Joins parts of a line that can have commas of their own in Chinese.</summary>
    public static string Parts(IEnumerable<string> parts) => string.Join(Localized.Text(", ", "；"), parts);

    /// <summary>The name of a column of a test or a publication.</summary>
    public static string Column(string name) => name switch
    {
        "InstanceId" => Localized.Text("instance", "实例"),
        "BootedIn" => Localized.Text("booted in", "启动用时"),
        "AgentStatus" => Localized.Text("agent", "自动化助手"),
        "ScriptStatus" => Localized.Text("script", "脚本"),
        "Price" => Localized.Text("price", "价格"),
        "Kind" => Localized.Text("kind", "类型"),
        "TargetId" => "ID",
        "PreviousImageId" => Localized.Text("image before", "原镜像"),
        "PreviousVersion" => Localized.Text("version before", "原版本"),
        "Version" => Localized.Text("version", "版本"),
        "LaunchConfigurationId" => Localized.Text("launch configuration", "启动配置"),
        "AffectedGroup" => Localized.Text("groups", "伸缩组"),
        "Reason" => Localized.Text("reason", "原因"),
        "RefreshActivityId" => Localized.Text("refresh", "实例刷新"),
        "RefreshProgress" => Localized.Text("progress", "进度"),
        "PublishedAt" => Localized.Text("published", "发布时间"),
        "CompletedAt" => Localized.Text("completed", "完成时间"),
        _ => name,
    };
}
