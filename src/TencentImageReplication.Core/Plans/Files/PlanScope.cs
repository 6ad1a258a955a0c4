using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>The parts of a plan that other parts refer to: accounts and regions.</summary>
/// <param name="Accounts">The accounts of the plan.</param>
/// <param name="Report">Receives the mistakes.</param>
internal sealed record PlanScope(IReadOnlyList<PlanAccount> Accounts, PlanReport Report)
{
    private readonly HashSet<string> _unknownRegions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Account, string Region, TargetSelector Target)> _published = [];

    /// <summary>The region of the source; empty when it is not known.</summary>
    public string SourceRegion { get; init; } = "";

    /// <summary>The folder of the plan, which the paths in it start from.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Remembers that a plan publishes in a target, and checks that nothing else of the plan does.</summary>
    public bool Publish(string account, string region, TargetSelector target) => _published.Add((account, region, target));

    /// <summary>Returns the account that a table names; null for that of the connection.</summary>
    public string? Account(PlanTable table)
    {
        if (table.Text("Account") is not { } text || text.Text.Equals(ReplicationPlan.OwnAccount, StringComparison.OrdinalIgnoreCase))
            return null;
        if (Accounts.FirstOrDefault(account => account.Name.Equals(text.Text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known.Name;
        var defined = Localized.List([ReplicationPlan.OwnAccount, .. Accounts.Select(account => account.Name)]);
        Report.Error(text.Line, Localized.Text(
            $"{text.Path}: the account '{text.Text}' is not defined in Accounts. The accounts are: {defined}.",
            $"{text.Path}：Accounts 中没有定义账号“{text.Text}”。已有的账号：{defined}。"));
        return null;
    }

    /// <summary>Returns the ID of a region; null for what cannot be one. A region that is not known leads to a warning.</summary>
    public string? Region(PlanText text)
    {
        var written = text.Text.Trim();
        var region = written.ToLowerInvariant();
        if (RegionRules.CheckId(region) is { } violation)
        {
            Report.Error(text.Line, NoRegion(text.Path, RegionRules.CheckId(written) ?? violation, RegionCatalog.FindSimilar(region)?.Id));
            return null;
        }

        if (!RegionRules.IsKnown(region) && _unknownRegions.Add(region))
            Report.Warn(text.Line, Unknown(text.Path, region));
        return region;
    }

    private static string NoRegion(string path, RuleViolation violation, string? similar) => similar is null
        ? $"{path}: {violation}"
        : $"{path}: {violation with { Advice = Localized.Text($"Did you mean {similar}?", $"是否应为 {similar}？") }}";

    private static string Unknown(string path, string region) => RegionCatalog.FindSimilar(region)?.Id is { } similar
        ? Localized.Text(
            $"{path}: this version of the module does not know the region '{region}'. Did you mean {similar}?",
            $"{path}：此版本的模块未收录地域“{region}”。是否应为 {similar}？")
        : Localized.Text(
            $"{path}: this version of the module does not know the region '{region}'.", $"{path}：此版本的模块未收录地域“{region}”。");
}
