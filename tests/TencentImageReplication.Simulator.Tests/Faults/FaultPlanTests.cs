using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Simulator.Tests.Faults;

public class FaultPlanTests
{
    private static IReadOnlyList<FaultKind?> Play(FaultPlan plan, int calls, string action = "SyncImages", string region = "ap-guangzhou") =>
        [.. Enumerable.Range(0, calls).Select(_ => plan.Next(action, isKnownAction: true, region)?.Kind)];

    [Fact]
    public void A_rule_strikes_once_unless_told_otherwise() => Assert.Equal(
        [FaultKind.Throttled, null, null], Play(new FaultPlan().Add(new FaultRule(FaultKind.Throttled)), 3));

    [Fact]
    public void A_rule_can_wait_and_strike_several_times() => Assert.Equal(
        [null, FaultKind.Throttled, FaultKind.Throttled, null],
        Play(new FaultPlan().Add(new FaultRule(FaultKind.Throttled) { FirstCall = 2, Times = 2 }), 4));

    [Fact]
    public void A_rule_can_strike_for_ever() => Assert.All(
        Play(new FaultPlan().Add(new FaultRule(FaultKind.Throttled) { Times = int.MaxValue }), 50), kind => Assert.Equal(FaultKind.Throttled, kind));

    [Fact]
    public void A_rule_can_be_for_an_action_and_a_region()
    {
        var plan = new FaultPlan().Add(new FaultRule(FaultKind.Throttled) { Action = "SyncImages", Region = "ap-guangzhou" });

        Assert.Null(plan.Next("DescribeImages", isKnownAction: true, "ap-guangzhou"));
        Assert.Null(plan.Next("SyncImages", isKnownAction: true, "ap-shanghai"));
        Assert.Equal(FaultKind.Throttled, plan.Next("SyncImages", isKnownAction: true, "ap-guangzhou")?.Kind);
    }

    [Fact]
    public void The_first_of_two_rules_is_played_and_both_count()
    {
        var plan = new FaultPlan().Add(new FaultRule(FaultKind.Throttled)).Add(new FaultRule(FaultKind.CutAnswer) { FirstCall = 2 });

        Assert.Equal([FaultKind.Throttled, FaultKind.CutAnswer, null], Play(plan, 3));
    }

    [Fact]
    public void Random_faults_have_the_expected_frequency()
    {
        var plan = new FaultPlan(7)
            .Add(new FaultChance(new Fault(FaultKind.CutAnswer), 0.2))
            .Add(new FaultChance(new Fault(FaultKind.Throttled), 0.3, "SyncImages"));

        var kinds = Play(plan, 10_000);

        Assert.InRange(kinds.Count(kind => kind == FaultKind.CutAnswer), 1850, 2150);
        Assert.InRange(kinds.Count(kind => kind == FaultKind.Throttled), 2850, 3150);
        Assert.DoesNotContain(FaultKind.Throttled, Play(plan, 1000, "DescribeImages"));
    }

    [Fact]
    public void A_random_fault_can_be_for_a_region()
    {
        var plan = new FaultPlan().Add(new FaultChance(new Fault(FaultKind.Throttled), 1, Region: "ap-shanghai"));

        Assert.Null(plan.Next("SyncImages", isKnownAction: true, "ap-guangzhou"));
        Assert.Equal(FaultKind.Throttled, plan.Next("SyncImages", isKnownAction: true, "ap-shanghai")?.Kind);
    }

    [Fact]
    public void A_seed_replays_whatever_else_goes_on()
    {
        static FaultPlan Plan(int seed) => new FaultPlan(seed).Add(new FaultChance(new Fault(FaultKind.CutAnswer), 0.5));
        var interleaved = Plan(7);

        var kinds = Enumerable.Range(0, 50).Select(_ =>
        {
            interleaved.Next("DescribeImages", isKnownAction: true, "ap-shanghai");
            return interleaved.Next("SyncImages", isKnownAction: true, "ap-guangzhou")?.Kind;
        });

        Assert.Equal(Play(Plan(7), 50), kinds);
        Assert.NotEqual(Play(Plan(7), 50), Play(Plan(8), 50));
    }

    [Fact]
    public void A_plan_can_be_ended()
    {
        var plan = new FaultPlan().Add(new FaultRule(FaultKind.Throttled)).Add(new FaultChance(new Fault(FaultKind.CutAnswer), 1));

        plan.Clear();

        Assert.Null(plan.Next("SyncImages", isKnownAction: true, ""));
    }
}
