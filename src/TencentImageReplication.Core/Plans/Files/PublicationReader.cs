using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads what starts from the newest version in the regions of a target.</summary>
internal static class PublicationReader
{
    public const string Publish = nameof(PlanTarget.Publish);

    private const string KeepVersion = nameof(PlanPublication.KeepVersion);
    private const string Refresh = nameof(PlanPublication.Refresh);
    private const string BatchCount = nameof(RefreshOptions.BatchCount);
    private const string BatchPause = nameof(RefreshOptions.BatchPause);
    private const string OnFailure = nameof(RefreshOptions.OnFailure);
    private const string HealthCheckTimeoutSec = "HealthCheckTimeoutSec";

    private static readonly PublicationKind[] Kinds =
        [PublicationKind.LaunchTemplate, PublicationKind.LaunchConfiguration, PublicationKind.AutoScalingGroup];

    private static readonly string[] NameKeys = [.. Kinds.Select(NameKey)];
    private static readonly string[] IdKeys = [.. Kinds.Select(IdKey)];

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
            Targets = [.. Kinds.SelectMany(kind => ReadTargets(table, kind, account, regions, scope))],
            KeepVersion = table.Number(KeepVersion, 1, RolloutOptions.MaxKeepVersion) ?? RolloutOptions.DefaultKeepVersion,
            Refresh = ReadRefresh(table, scope.Report),
        };
    }

    private static List<TargetSelector> ReadTargets(PlanTable table, PublicationKind kind, string account, IReadOnlyList<string> regions, PlanScope scope)
    {
        var targets = new List<TargetSelector>();
        var written = table.Texts(NameKey(kind)).Select(text => (Text: text, IsId: false))
            .Concat(table.Texts(IdKey(kind)).Select(text => (Text: text, IsId: true)));
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
        if (refresh is not null && !publication.Has(NameKey(PublicationKind.AutoScalingGroup)) && !publication.Has(IdKey(PublicationKind.AutoScalingGroup)))
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
            BatchCount = table.Number(BatchCount, 1, RefreshOptions.MaxBatchCount),
            BatchPause = table.Choice(BatchPause, RefreshPause.Automatic, RefreshPause.FirstBatch, RefreshPause.EachBatch) ?? standard.BatchPause,
            OnFailure = table.Choice(OnFailure, RefreshFailure.Pause, RefreshFailure.Rollback) ?? standard.OnFailure,
            HealthCheckTimeout = table.Number(HealthCheckTimeoutSec, RefreshOptions.MinHealthCheckSeconds, RefreshOptions.MaxHealthCheckSeconds) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : standard.HealthCheckTimeout,
        };
    }

    private static string NameKey(PublicationKind kind) => kind.ToString();

    private static string IdKey(PublicationKind kind) => $"{kind}Id";

    private static string Twice(PlanText text, string region, string account) => Localized.Text(
        $"{text.Path}: the plan publishes in '{text.Text}' in {region} of the account '{account}' twice.",
        $"{text.Path}：复制计划重复发布到账号“{account}”的 {region} 中的“{text.Text}”。");
}
