using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the retention of a family.</summary>
internal static class RetentionReader
{
    public const string Retention = nameof(PlanFamily.Retention);

    private const string KeepVersions = nameof(PlanRetention.KeepVersions);
    private const string MinimumAgeDays = "MinimumAgeDays";
    private const int MaxDays = 36500;

    /// <returns>The retention; null when nothing will be deleted, or a mistake is reported.</returns>
    public static PlanRetention? Read(PlanTable family, int versions, PlanReport report)
    {
        if (family.Value(Retention) is not { } node
            || PlanTable.Open(node, family.At(Retention), report, KeepVersions, MinimumAgeDays) is not { } table)
        {
            return null;
        }

        table.Required(KeepVersions);
        var versionsToKeep = table.Number(KeepVersions, 1, FamilyReader.MaxVersions);
        var days = table.Amount(MinimumAgeDays, MaxDays, Localized.Text("a number of days", "天数")) ?? 0;
        var age = TimeSpan.FromTicks((long)(days * TimeSpan.TicksPerDay));
        if (versionsToKeep is not { } keep)
            return null;
        if (keep >= versions)
            return new PlanRetention(keep, age);
        var at = table.At(KeepVersions);
        report.Error(table.LineOf(KeepVersions), Localized.Text(
            $"{at} must be at least {versions}, the number of versions that belong in each target, not {keep}.",
            $"{at} 至少应为 {versions}（每个目标中应有的版本数），而不是 {keep}。"));
        return null;
    }
}
