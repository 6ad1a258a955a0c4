using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Text;

/// <summary>Texts about tests of images.</summary>
internal static partial class Messages
{
    internal static ConfirmationText TestImage(BootTestPlan plan, string currency)
    {
        var (image, type) = (plan.Image, plan.Settings.InstanceType);
        return new(
            Localized.Text(
                $"Test {image.ImageId} ('{VisibleText.Of(image.ImageName)}') on a new {type} instance in {plan.Region}",
                $"在 {plan.Region} 新建 {type} 实例并测试 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）"),
            plan.Price is { } price
                ? Localized.Text(
                    $"Would cost {Money(price)} {currency} per hour, for at most {plan.Settings.Timeout.TotalMinutes:0} minutes.",
                    $"费用：每小时 {Money(price)} {currency}，最长 {plan.Settings.Timeout.TotalMinutes:0} 分钟。")
                : Localized.Text("The price is not available.", "无法查询价格。"));
    }

    internal static string TestOf(BootTestRequest request) => Localized.Text(
        $"{request.ImageId} in {request.Region}", $"{request.Region} 的 {request.ImageId}");

    internal static string TestingStopped(IReadOnlyList<string> pending)
    {
        var named = Localized.List(pending.Take(MaxCopiesNamed));
        var more = pending.Count - MaxCopiesNamed;
        var all = more > 0 ? Localized.Text($"{named} and {more} more", $"{named}，以及另外 {more} 个") : named;
        return Localized.Text(
            $"The command ended before all tests did. The instances of these tests are being deleted in the background: {all}. "
                + "If this shell is closed first, their timers delete them 15 minutes after the time limit of the test, or Clear-TccImageTest does.",
            $"命令已提前结束，部分测试未完成。正在后台删除以下测试的实例：{all}。"
                + "如果在此之前关闭 Shell，其定时任务会在测试时限后 15 分钟将其删除，也可以使用 Clear-TccImageTest 删除。");
    }

    internal static ConfirmationText ClearTest(InstanceRemovalPlan plan) => new(
        Localized.Text(
            $"Permanently delete test instance {plan.Instance.InstanceId} of {plan.Instance.ImageId} in {plan.Region}, created {plan.Instance.CreatedTime?.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
            $"永久删除 {plan.Region} 的测试实例 {plan.Instance.InstanceId}（镜像 {plan.Instance.ImageId}，创建于 {plan.Instance.CreatedTime?.UtcDateTime:yyyy-MM-dd HH:mm} UTC）"));

    internal static string ScriptNotRead(string path, string reason) => Localized.Text(
        $"The script '{VisibleText.Of(path)}' could not be read: {reason}",
        $"无法读取脚本“{VisibleText.Of(path)}”：{reason}");

    internal static string ScriptNotReadAdvice() => Localized.Text(
        "Check -ScriptPath.", "请检查 -ScriptPath。");
}
