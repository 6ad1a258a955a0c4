using System.Globalization;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Looking;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The reasons of rows.</summary>
internal static class PlanTexts
{
    private const int MaxNamed = 3;

    public static string NewestVersion => Localized.Text("newest version", "最新版本");

    public static string SourcesNotRead => Localized.Text("the sources could not be read", "无法读取源镜像");

    public static string NoMark => Localized.Text("no mark of its source", "没有来源标记");

    public static string NewestMissing => Localized.Text("newest version not here", "此处尚无最新版本");

    public static string UsesNotRead => Localized.Text("its uses could not be read", "无法读取其使用情况");

    public static string SharesNotRead => Localized.Text("its sharing could not be read", "无法读取其共享情况");

    public static string RegionNotInPlan => Localized.Text("region not in the plan", "地域不在复制计划中");

    public static string RegionNotInPlanNoRetention => Localized.Text("region not in the plan, no Retention", "地域不在复制计划中，未设置 Retention");

    public static string IntermediateCopy => Localized.Text("intermediate copy", "中间副本");

    public static string IntermediateKept => Localized.Text("intermediate copy, KeepIntermediate", "中间副本（KeepIntermediate）");

    public static string Unmarked => Localized.Text("recognized without a mark", "无来源标记，按外观识别");

    public static string NotNormal(string state) => Localized.Text($"state {state}", $"状态 {state}");

    public static string TooYoung(TimeSpan age) => Localized.Text($"younger than {Days(age)} days", $"创建不足 {Days(age)} 天");

    public static string InUse(IReadOnlyList<string> users) => Localized.Text($"in use by {Some(users)}", $"被 {Some(users)} 使用");

    public static string UsesUnread(IReadOnlyList<string> kinds) => Localized.Text(
        $"uses could not be read: {Localized.List(kinds)}", $"无法读取使用情况：{Localized.List(kinds)}");

    public static string Shared(IReadOnlyList<string> accounts) => Localized.Text($"shared with {Some(accounts)}", $"已共享给 {Some(accounts)}");

    public static string Version(int number, int kept) => Localized.Text($"version {number} of {kept}", $"第 {number} 个版本，保留 {kept} 个");

    public static string Size(long sizeGB) => $"{sizeGB} GiB";

    public static string BecomesCustomImage(string account) => Localized.Text($"becomes a custom image of {account}", $"成为 {account} 的自定义镜像");

    public static string After(string region) => Localized.Text($"after {region}", $"在 {region} 之后");

    public static string Through(string region) => Localized.Text($"through an intermediate copy in {region}", $"经由 {region} 的中间副本");

    public static string NeededFor(IEnumerable<string> regions) => Localized.Text(
        $"intermediate copy, needed for {Localized.List(regions)}", $"中间副本，{Localized.List(regions)} 仍需使用");

    public static string NameOfEarlierCopy(string imageId) => Localized.Text($"{imageId}, an earlier copy, has the name", $"名称被较早的副本 {imageId} 占用");

    public static string NameTaken(string imageId) => Localized.Text($"{imageId} has the name", $"名称被 {imageId} 占用");

    public static string Ambiguous(string imageId) => Localized.Text($"{imageId} can be the copy of several versions", $"{imageId} 可能是多个版本的副本");

    public static string QuotaFull(long quota) => Localized.Text($"quota of {quota} images reached", $"已达到 {quota} 个镜像的配额");

    public static string SharedNotChanged(string what, IReadOnlyList<string> accounts) => Localized.Text(
        $"{what}: shared with {Some(accounts)}, cannot be changed", $"{what}：已共享给 {Some(accounts)}，无法修改");

    public static string NotPublished(IReadOnlyList<RolloutTarget> targets) => Some([.. targets.Select(NotPublished)]);

    public static string NotInSync(IEnumerable<PlanRow> rows)
    {
        var places = Some([.. rows.Select(row => PlanPlaces.Of(row.Region, row.Account)).Distinct()]);
        return Localized.Text($"not in sync: {places}", $"尚未同步：{places}");
    }

    public static string TestDeclined(PlanRow row)
    {
        var place = PlanPlaces.Of(row.Region, row.Account);
        return Localized.Text($"the test in {place} was declined", $"{place} 的测试未获确认");
    }

    private static string NotPublished(RolloutTarget target)
    {
        var (kind, name) = (RolloutRules.KindOf(target.Row.Kind), target.Row.TargetName);
        if (target.Problem is { } problem)
            return problem.Message.TrimEnd('.', '。');
        return target.HasImage
            ? Localized.Text($"{kind} '{name}': instances not reinstalled", $"{kind}“{name}”的实例尚未重装")
            : Localized.Text($"{kind} '{name}' starts from {target.Row.PreviousImageId}", $"{kind}“{name}”使用 {target.Row.PreviousImageId}");
    }

    private static string Days(TimeSpan age) => age.TotalDays.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Some(IReadOnlyList<string> items) => items.Count <= MaxNamed
        ? Localized.List(items)
        : Localized.Text(
            $"{Localized.List(items.Take(MaxNamed))} and {items.Count - MaxNamed} more",
            $"{Localized.List(items.Take(MaxNamed))}，以及另外 {items.Count - MaxNamed} 个");
}
