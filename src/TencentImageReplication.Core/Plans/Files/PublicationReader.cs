using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads what starts from the newest version in the regions of a target.</summary>
internal static class PublicationReader
{
    public const string Publish = nameof(PlanTarget.Publish);

    // The most versions of a launch template that can be kept beside the one that a publication needs.
    private const int MaxKeptVersions = 29;
    private const int MaxBatches = 1000;
    private const int MinHealthCheckSeconds = 60;
    private const int MaxHealthCheckSeconds = 7200;

    private const string KeepVersion = nameof(PlanPublication.KeepVersion);
    private const string Refresh = nameof(PlanPublication.Refresh);
    private const string BatchCount = nameof(RefreshOptions.BatchCount);
    private const string BatchPause = nameof(RefreshOptions.BatchPause);
    private const string OnFailure = nameof(RefreshOptions.OnFailure);
    private const string HealthCheckTimeoutSec = "HealthCheckTimeoutSec";

    private static readonly PublicationKind[] Kinds =
        [PublicationKind.LaunchTemplate, PublicationKind.LaunchConfiguration, PublicationKind.AutoScalingGroup];

    private static readonly string[] NameKeys = [.. Kinds.Select(kind => $"{kind}")];
    private static readonly string[] IdKeys = [.. Kinds.Select(kind => $"{kind}Id")];

    /// <param name="target">The target.</param>
    /// <param name="account">The name of its account.</param>
    /// <param name="regions">Its regions.</param>
    /// <param name="scope">The parts of the plan that it refers to.</param>
    /// <returns>Null when nothing is published, or a mistake is reported.</returns>
    public static PlanPublication? Read(PlanTable target, string account, IReadOnlyList<string> regions, PlanScope scope)
    {
        if (target.Value(Publish) is not { } node
            || PlanTable.Open(node, target.At(Publish), scope.Report, [.. NameKeys, .. IdKeys, KeepVersion, Refresh]) is not { } table)
        {
            return null;
        }

        if (!NameKeys.Concat(IdKeys).Any(table.Has))
        {
            var keys = Localized.List(NameKeys);
            scope.Report.Error(table.Line, Localized.Text($"{table.Path} must have one of: {keys}.", $"{table.Path} 必须有以下键之一：{keys}。"));
        }

        if (regions.Count != 1)
            table.RefuseRegional(IdKeys, Publish);

        return new PlanPublication
        {
            Targets = [.. Kinds.SelectMany((kind, index) => ReadTargets(table, kind, NameKeys[index], IdKeys[index], account, regions, scope))],
            KeepVersion = table.Number(KeepVersion, 1, MaxKeptVersions) ?? RolloutOptions.DefaultKeepVersion,
            Refresh = ReadRefresh(table, scope.Report),
        };
    }

    private static List<TargetSelector> ReadTargets(
        PlanTable table, PublicationKind kind, string nameKey, string idKey, string account, IReadOnlyList<string> regions, PlanScope scope)
    {
        var targets = new List<TargetSelector>();
        var written = table.Texts(nameKey).Select(text => (Text: text, IsId: false)).Concat(table.Texts(idKey).Select(text => (Text: text, IsId: true)));
        foreach (var (text, isId) in written)
        {
            var target = new TargetSelector(kind, text.Text, isId);
            targets.Add(target);
            // Two families would replace the image of each other every night.
            foreach (var region in regions.Where(region => !scope.Publish(account, region, target)))
                scope.Report.Error(text.Line, Twice(text, region, account));
        }

        return targets;
    }

    // A table of settings, or true.
    private static RefreshOptions? ReadRefresh(PlanTable publication, PlanReport report)
    {
        if (publication.Value(Refresh) is not { } node)
            return null;
        var refresh = node.Kind == PlanNodeKind.Boolean ? publication.Flag(Refresh) ? new RefreshOptions() : null
            : PlanTable.Open(node, publication.At(Refresh), report, BatchCount, BatchPause, OnFailure, HealthCheckTimeoutSec) is { } table
                ? ReadSettings(table)
                : null;
        if (refresh is not null && !publication.Has($"{PublicationKind.AutoScalingGroup}") && !publication.Has($"{PublicationKind.AutoScalingGroup}Id"))
        {
            var at = publication.At(Refresh);
            report.Error(node.Line, Localized.Text(
                $"{at} reinstalls the instances of scaling groups. Add AutoScalingGroup, or omit {Refresh}.",
                $"{at} 会重装伸缩组的实例。请添加 AutoScalingGroup，或去掉 {Refresh}。"));
        }

        return refresh;
    }

    private static RefreshOptions ReadSettings(PlanTable table)
    {
        var standard = new RefreshOptions();
        return new RefreshOptions
        {
            BatchCount = table.Number(BatchCount, 1, MaxBatches),
            BatchPause = table.Choice(BatchPause, RefreshPause.Automatic, RefreshPause.FirstBatch, RefreshPause.EachBatch) ?? standard.BatchPause,
            OnFailure = table.Choice(OnFailure, RefreshFailure.Pause, RefreshFailure.Rollback) ?? standard.OnFailure,
            HealthCheckTimeout = table.Number(HealthCheckTimeoutSec, MinHealthCheckSeconds, MaxHealthCheckSeconds) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : standard.HealthCheckTimeout,
        };
    }

    private static string Twice(PlanText text, string region, string account) => Localized.Text(
        $"{text.Path}: the plan publishes in '{text.Text}' in {region} of the account '{account}' twice.",
        $"{text.Path}：复制计划重复发布到账号“{account}”的 {region} 中的“{text.Text}”。");
}
