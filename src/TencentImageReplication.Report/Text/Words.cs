using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Report.Text;

/// <summary>The words of rows in the language of the user. A word of a later version, and one of a service, is shown as it is.</summary>
internal static class Words
{
    /// <summary>The result of a test or a publication.</summary>
    public static string Status(string status) => status switch
    {
        "Passed" => Localized.Text("Passed", "通过"),
        "Failed" => Localized.Text("Failed", "失败"),
        "Inconclusive" => Localized.Text("Inconclusive", "无法判断"),
        "Planned" => Localized.Text("Planned", "待执行"),
        "Published" => Localized.Text("Published", "已发布"),
        "Unchanged" => Localized.Text("Unchanged", "无需更改"),
        "InProgress" => Localized.Text("In progress", "进行中"),
        "Paused" => Localized.Text("Paused", "已暂停"),
        "RolledBack" => Localized.Text("Rolled back", "已回滚"),
        "NotStarted" => Localized.Text("Not started", "未开始"),
        "Skipped" => Localized.Text("Skipped", "已跳过"),
        "Undone" => Localized.Text("Undone", "已撤销"),
        _ => status,
    };

    /// <summary>The kind of the target of a publication.</summary>
    public static string Kind(string kind) => kind switch
    {
        "LaunchTemplate" => Localized.Text("launch template", "启动模板"),
        "LaunchConfiguration" => Localized.Text("launch configuration", "启动配置"),
        "AutoScalingGroup" => Localized.Text("scaling group", "伸缩组"),
        _ => kind,
    };

    /// <summary>The steps of a plan, which stand with commas.</summary>
    public static string Action(string? action) => action is null ? "" : Localized.List(action.Split(',').Select(step => Step(step.Trim())));

    private static string Step(string step) => step switch
    {
        "Share" => Localized.Text("Share", "共享"),
        "Rename" => Localized.Text("Rename", "重命名"),
        "Copy" => Localized.Text("Copy", "复制"),
        "Update" => Localized.Text("Update", "更新"),
        "Remove" => Localized.Text("Remove", "删除"),
        "Verify" => Localized.Text("Verify", "测试"),
        "Publish" => Localized.Text("Publish", "发布"),
        _ => step,
    };
}
