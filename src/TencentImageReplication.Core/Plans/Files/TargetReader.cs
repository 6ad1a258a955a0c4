using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the targets of a family: accounts and regions.</summary>
internal static class TargetReader
{
    public const string Targets = nameof(PlanFamily.Targets);

    private const string Regions = nameof(PlanTarget.Regions);

    /// <param name="family">The family.</param>
    /// <param name="allowCrossBorder">True when its copies may cross the border of the Chinese mainland.</param>
    /// <param name="verify">The test of the family, which targets without one of their own have; null for none.</param>
    /// <param name="scope">The parts of the plan that targets refer to.</param>
    public static IReadOnlyList<PlanTarget> Read(PlanTable family, bool allowCrossBorder, PlanVerification? verify, PlanScope scope)
    {
        family.Required(Targets);
        var targets = new List<PlanTarget>();
        // The places so far.
        var places = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (node, path) in family.Items(Targets))
        {
            if (PlanTable.Open(node, path, scope.Report, nameof(PlanTarget.Account), Regions, PublicationReader.Publish, VerificationReader.Verify)
                is not { } table)
            {
                continue;
            }

            table.Required(Regions);
            var account = scope.Account(table);
            var owner = account ?? ReplicationPlan.OwnAccount;
            var regions = ReadRegions(table, owner, allowCrossBorder, places, scope);
            targets.Add(new PlanTarget(account, regions)
            {
                Publish = PublicationReader.Read(table, owner, regions, scope),
                Verify = VerificationReader.Read(table, regions, scope) ?? verify,
            });
        }

        CheckVerify(family, targets, scope.Report);

        return targets;
    }

    // A test is part of publishing.
    private static void CheckVerify(PlanTable family, List<PlanTarget> targets, PlanReport report)
    {
        if (targets.Exists(target => target.Verify is not null) && !targets.Exists(target => target.Publish is not null))
        {
            report.Warn(family.Line, Localized.Text(
                $"{family.Path}: Verify has no effect, because no target has Publish.", $"{family.Path}：没有目标设置 Publish，Verify 不起作用。"));
        }
    }

    private static List<string> ReadRegions(PlanTable target, string account, bool allowCrossBorder, HashSet<string> places, PlanScope scope)
    {
        var regions = new List<string>();
        foreach (var text in target.Texts(Regions))
        {
            if (scope.Region(text) is not { } region)
                continue;
            CheckCopy(text, region, allowCrossBorder, scope);
            if (places.Add($"{account}/{region}"))
                regions.Add(region);
            else
                scope.Report.Error(text.Line, Twice(text.Path, region, account));
        }

        return regions;
    }

    private static string Twice(string path, string region, string account) => Localized.Text(
        $"{path}: {region} of the account '{account}' is a target twice.", $"{path}：账号“{account}”的 {region} 重复。");

    private static void CheckCopy(PlanText text, string region, bool allowCrossBorder, PlanScope scope)
    {
        // The source's region among the targets is fine: the image is there.
        if (scope.SourceRegion.Length == 0 || RegionRules.IsSame(scope.SourceRegion, region)
            || RegionRules.CheckDestination(scope.SourceRegion, region, allowCrossBorder) is not { } violation)
        {
            return;
        }

        var advice = violation.Id == RegionRules.CrossBorderNotEnabled
            ? Localized.Text(
                "Contact Tencent Cloud after-sales support to enable it, then set AllowCrossBorder to true.",
                "请联系腾讯云售后开通，然后将 AllowCrossBorder 设为 true。")
            : Localized.Text("Remove the region from the targets.", "请从目标中去掉该地域。");
        scope.Report.Error(text.Line, $"{text.Path}: {violation with { Advice = advice }}");
    }
}
