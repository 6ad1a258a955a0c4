using TencentImageReplication.Core.Rollout;
using TencentImageReplication.FaultRuns.Plans;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.FaultRuns.Rollouts;

/// <summary>Draws a rollout from a seed.</summary>
internal static class RolloutScheduleDraw
{
    /// <summary>The number of runs with faults.</summary>
    public const int Runs = 3;

    private static readonly string[] AllRegions = ["ap-guangzhou", "ap-shanghai", "ap-beijing"];

    private static readonly FaultKind[] OfAnyCall =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.EmptyList or FaultKind.NullList or FaultKind.ErrorCode))];

    public static RolloutSchedule Of(int seed)
    {
        var dice = new Dice(seed);
        var isCalm = dice.Chance(0.15);
        var regions = AllRegions.Take(dice.Number(1, 3)).ToList();
        return new RolloutSchedule
        {
            Seed = seed,
            Regions = regions,
            Instances = dice.Number(2, 5),
            FailingRegion = dice.Chance(0.4) ? dice.OneOf<string>([.. regions]) : null,
            BatchDuration = dice.OfAnyScale(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(20)),
            Refresh = new RefreshOptions { BatchCount = 2, BatchPause = dice.OneOf(RefreshPause.Automatic, RefreshPause.Automatic, RefreshPause.FirstBatch) },
            Undoes = dice.Chance(0.5),
            Faults = Faults(dice.Apart(), isCalm),
            Network = new NetworkConditions(seed, (TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(dice.OneOf(50, 400, 3000))), Outages(dice.Apart(), isCalm, regions)),
            Kills = Kills(dice.Apart(), isCalm),
        };
    }

    private static FaultPlan Faults(Dice dice, bool isCalm)
    {
        var plan = new FaultPlan(dice.Number(0, int.MaxValue - 1));
        if (isCalm)
            return plan;
        var share = dice.OneOf(0.02, 0.1, 0.25);
        foreach (var kind in dice.Some(OfAnyCall, dice.Number(1, 4)))
        {
            plan.Add(new FaultChance(Fault(dice, kind), share * dice.Fraction(), dice.OneOf(
                null, null, "CreateLaunchTemplateVersion", "ModifyLaunchTemplateDefaultVersion", "ModifyLaunchConfigurationAttributes", "StartInstanceRefresh",
                "DescribeRefreshActivities", "ResumeInstanceRefresh", "RollbackInstanceRefresh", "DescribeLaunchTemplateVersions")));
        }

        return plan;
    }

    private static Fault Fault(Dice dice, FaultKind kind) => new(kind)
    {
        AnswerLatency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(80)) : TimeSpan.Zero,
        StatusCode = dice.OneOf(502, 200, 504),
        ErrorCode = kind == FaultKind.Throttled ? "RequestLimitExceeded" : null,
    };

    private static Outage[] Outages(Dice dice, bool isCalm, IReadOnlyList<string> regions)
    {
        if (isCalm || !dice.Chance(0.2))
            return [];
        var from = dice.OfAnyScale(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        return [new Outage(dice.OneOf<string>([.. regions]), from, from + dice.OfAnyScale(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(20)), dice.Chance(0.3))];
    }

    private static Kill[] Kills(Dice dice, bool isCalm) => isCalm
        ? []
        :
        [
            .. Enumerable.Range(0, Runs).Where(_ => dice.Chance(0.5)).Select(run => dice.Chance(0.7)
                ? new Kill(run, dice.Number(1, 10), dice.Chance(0.6), null)
                : new Kill(run, null, false, dice.OfAnyScale(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(40)))),
        ];
}
