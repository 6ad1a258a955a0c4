using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Report.Text;

/// <summary>The fixed texts of the page, in the language of the user.</summary>
internal sealed class Labels
{
    public string Title { get; } = Localized.Text("Replication of images", "镜像复制报告");

    public string Language { get; } = Localized.ServiceLanguage == "zh-CN" ? "zh-CN" : "en";

    public string Comma { get; } = Localized.Text(", ", "、");

    public string Colon { get; } = Localized.Text(": ", "：");

    public string Empty { get; } = Localized.Text("The command received no rows.", "命令没有收到任何记录。");

    public string Summary { get; } = Localized.Text("Summary", "概览");

    public string Matrix { get; } = Localized.Text("Images by region", "各地域的镜像");

    public string Image { get; } = Localized.Text("Image", "镜像");

    public string Legend { get; } = Localized.Text("States", "状态");

    public string Timelines { get; } = Localized.Text("Timeline of each region", "各地域的时间线");

    public string TimelineHelp { get; } = Localized.Text(
        "A bar is the time from the request until the copy was seen as available. Before it, pale: the wait for the request.",
        "横条表示从发出请求到副本可用的时间；其前的浅色部分表示等待请求的时间。");

    public string NoTimes { get; } = Localized.Text("The rows name no requests for copies.", "记录中没有复制请求。");

    public string Drift { get; } = Localized.Text("Differences from the plan, and changes", "与计划的差异及变更");

    public string NoDrift { get; } = Localized.Text("No differences.", "没有差异。");

    public string Version { get; } = Localized.Text("Version", "版本");

    public string Place { get; } = Localized.Text("Region", "地域");

    public string Found { get; } = Localized.Text("Found", "原状态");

    public string Now { get; } = Localized.Text("Now", "现状态");

    public string Action { get; } = Localized.Text("Action", "操作");

    public string Reason { get; } = Localized.Text("Reason", "原因");

    public string Failures { get; } = Localized.Text("Failures", "失败");

    public string NoFailures { get; } = Localized.Text("No failures.", "没有失败。");

    public string Advice { get; } = Localized.Text("What to do", "处理建议");

    public string Message { get; } = Localized.Text("Message", "消息");

    public string RequestId { get; } = Localized.Text("Request ID", "请求 ID");

    public string Storage { get; } = Localized.Text("Storage", "存储");

    public string Copies { get; } = Localized.Text("Copies", "副本数");

    public string Kept { get; } = Localized.Text("GiB kept", "保有 GiB");

    public string Added { get; } = Localized.Text("Added", "新增");

    public string Removed { get; } = Localized.Text("Removed", "删除");

    public string Coming { get; } = Localized.Text("To come", "待新增");

    public string Total { get; } = Localized.Text("Total", "合计");

    public string Tests { get; } = Localized.Text("Boot tests", "启动测试");

    public string Publications { get; } = Localized.Text("Publications", "发布");

    public string Target { get; } = Localized.Text("Target", "目标");

    public string Status { get; } = Localized.Text("Status", "状态");

    public string Details { get; } = Localized.Text("Details", "详情");

    public string Footer { get; } = Localized.Text(
        "Created by Export-TccReplicationReport. The file contains no script and loads nothing.",
        "由 Export-TccReplicationReport 生成。文件不含脚本，也不加载任何内容。");
}
