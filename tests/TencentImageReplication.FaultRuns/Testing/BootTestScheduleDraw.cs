using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>Draws the tests of images from a seed.</summary>
internal static class BootTestScheduleDraw
{
    private static readonly string[] Regions = ["ap-guangzhou", "ap-shanghai", "ap-beijing"];

    private static readonly FaultKind[] OfAnyCall =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.EmptyList or FaultKind.NullList or FaultKind.ErrorCode))];

    /// <summary>Draws the schedule of a seed.</summary>
    public static BootTestSchedule Of(int seed)
    {
        var dice = new Dice(seed);
        var isCalm = dice.Chance(0.15);
        return new BootTestSchedule
        {
            Seed = seed,
            IsCalm = isCalm,
            Images = [.. Enumerable.Range(0, dice.Number(1, 5)).Select(index => (Image(dice, index), Course(dice)))],
            Faults = Faults(seed, dice.Apart(), isCalm),
            Latency = (TimeSpan.FromMilliseconds(20), dice.OneOf(TimeSpan.FromMilliseconds(60), TimeSpan.FromSeconds(3))),
            Kills = [Kill(dice.Apart(), isCalm), Kill(dice.Apart(), isCalm)],
            Timeout = TimeSpan.FromMinutes(dice.OneOf(2, 15, 120)),
            KeepFailed = dice.Chance(0.2),
            Concurrency = dice.Number(1, 5),
            IsCleaned = dice.Chance(0.5),
        };
    }

    private static SimulatedImage Image(Dice dice, int index) => new()
    {
        ImageId = $"img-test000{index}",
        ImageName = $"golden-{index}",
        Region = dice.OneOf<string>(Regions),
        AccountId = SimulatedWorld.Owner.AccountId,
    };

    private static InstanceLifeCycle Course(Dice dice) => new()
    {
        Ending = dice.Chance(0.2) ? dice.OneOf(LaunchEnding.LaunchFailed, LaunchEnding.Stuck) : LaunchEnding.Running,
        AgentStaysSilent = dice.Chance(0.15),
        AgentOnlineFor = dice.Chance(0.1) ? TimeSpan.FromSeconds(20) : null,
        Commands =
        [
            new CommandResult
            {
                Output = dice.Chance(0.8) ? "ready\n" : "broken\n",
                ExitCode = dice.Chance(0.2) ? 3 : 0,
                Ending = dice.Chance(0.1) ? dice.OneOf(CommandEnding.TimesOut, CommandEnding.DeliverFails, CommandEnding.AgentFallsSilent) : CommandEnding.Exits,
            },
        ],
    };

    private static FaultPlan Faults(int seed, Dice dice, bool isCalm)
    {
        var plan = new FaultPlan(seed);
        if (isCalm)
            return plan;
        var share = dice.OneOf(0.05, 0.2, 0.4);
        foreach (var kind in dice.Some(OfAnyCall, dice.Number(1, 4)))
        {
            plan.Add(new FaultChance(
                new Fault(kind)
                {
                    Latency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(5)) : TimeSpan.Zero,
                    StatusCode = dice.OneOf(502, 200, 504),
                    ErrorCode = kind == FaultKind.Throttled ? "RequestLimitExceeded" : null,
                },
                share * dice.Fraction(),
                dice.OneOf(null, "RunInstances", "TerminateInstances", "DescribeInstances", "RunCommand", "DescribeInvocationTasks", "DescribeAutomationAgentStatus")));
        }

        if (dice.Chance(0.3))
            plan.Add(new FaultChance(new Fault(dice.OneOf(FaultKind.EmptyList, FaultKind.NullList)), 0.3 * dice.Fraction(), dice.OneOf("DescribeInvocationTasks", "DescribeInstances")));
        if (dice.Chance(0.3))
        {
            plan.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = dice.OneOf("UnauthorizedOperation", "InternalServerError", "LimitExceeded.CvmInstanceQuota") })
            {
                Action = dice.OneOf("RunInstances", "TerminateInstances", "RunCommand", "DescribeAutomationAgentStatus", "DescribeInvocationTasks"),
                FirstCall = dice.Number(1, 4),
                Times = dice.OneOf(1, 3, 8),
            });
        }

        return plan;
    }

    private static BootTestKill? Kill(Dice dice, bool isCalm) => isCalm || dice.Chance(0.3)
        ? null
        : dice.Chance(0.5)
            ? new BootTestKill(dice.OfAnyScale(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(10)), null, false, dice.Chance(0.3))
            : new BootTestKill(null, dice.Number(1, 10), dice.Chance(0.5), dice.Chance(0.3));
}
