using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>The errors of rows that no request of the service failed for.</summary>
internal static class PlanProblems
{
    /// <summary>Creates the violation for a row whose copy cannot be created.</summary>
    public static RuleViolation NotCopied(PlanRow row) => new(
        row.State == PlanState.Stale ? "ImageNameTaken" : "CopyBlocked",
        Localized.Text(
            $"'{row.Version}' was not copied to {PlanPlaces.Of(row.Region, row.Account)}: {row.Reason}.",
            $"未将“{row.Version}”复制到 {PlanPlaces.Of(row.Region, row.Account)}：{row.Reason}。"),
        row.State == PlanState.Stale
            ? Localized.Text(
                "To give the earlier copy another name, set OnNameTaken to RenameStale in the plan.",
                "如需为较早的副本改名，请在复制计划中将 OnNameTaken 设为 RenameStale。")
            : Localized.Text(
                "Delete or rename what is in the way, ask Tencent Cloud for a higher quota, or change the plan. Then run it again.",
                "请删除或重命名占用名称的镜像，或向腾讯云申请提高配额，或修改复制计划，然后重新运行。"));

    /// <summary>Creates the violation for a copy that waits for another one that failed.</summary>
    public static RuleViolation NoFirstCopy(PlanRow row, string sourceRegion) => new(
        "FirstCopyMissing",
        Localized.Text(
            $"'{row.Version}' was not copied to {row.Region} of {row.Account}: that account has no copy in {sourceRegion} to copy from.",
            $"未将“{row.Version}”复制到 {row.Account} 的 {row.Region}：该账号在 {sourceRegion} 没有可供复制的副本。"),
        Localized.Text("See the error of that copy, and run the plan again.", "请查看该副本的错误，然后重新运行复制计划。"));

    /// <summary>Creates the violation for a shared image that the other account does not see.</summary>
    public static RuleViolation SharedImageNotSeen(PlanRow row) => new(
        "SharedImageNotSeen",
        Localized.Text(
            $"{row.Source.ImageId} was shared with {row.Account}, but that account does not see it in {row.Source.Region} yet.",
            $"{row.Source.ImageId} 已共享给 {row.Account}，但该账号在 {row.Source.Region} 尚看不到该镜像。"),
        Localized.Text("Run the plan again later.", "请稍后重新运行复制计划。"));

    /// <summary>Creates the violation for a run that would delete more copies than it may.</summary>
    public static RuleViolation TooManyRemovals(int count, int max) => new(
        "MaximumRemovalsExceeded",
        Localized.Text(
            $"{count} copies would be deleted, more than the maximum of {max}. None was deleted.",
            $"将删除 {count} 个副本，超过上限 {max} 个。未删除任何副本。"),
        Localized.Text(
            "Check the rows with the action Remove. If they are right, run the plan again with a higher -MaximumRemovals.",
            "请检查操作为 Remove 的记录。如确认无误，请用更大的 -MaximumRemovals 重新运行。"));
}
