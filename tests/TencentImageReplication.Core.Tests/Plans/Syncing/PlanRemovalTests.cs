using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans.Syncing;

/// <summary>A plan that is carried out: what is deleted, and what never is.</summary>
public sealed class PlanRemovalTests : IDisposable
{
    private const string Region = "ap-shanghai";

    private readonly PlanWorld _world = new();
    private readonly SimulatedImage _newest;
    private readonly SimulatedImage _old;

    public PlanRemovalTests()
    {
        var oldSource = _world.AddVersion("golden-web-2026-08", 90);
        _newest = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddCopy(_newest, Region, 0);
        _old = _world.AddCopy(oldSource, Region, 80);
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_version_that_retention_does_not_keep_goes_with_its_snapshots()
    {
        var row = await OldRowAsync(Keeping(1));

        Assert.Equal((PlanState.Surplus, PlanActions.Remove, "version 2 of 1", PlanStatus.Removed), (row.State, row.Action, row.Reason, row.Status));
        Assert.Null(_world.Cloud.FindImage(_old.ImageId));
        Assert.DoesNotContain(_world.Cloud.Snapshots(), snapshot => _old.Snapshots.Any(own => own.SnapshotId == snapshot.SnapshotId));
        Assert.NotNull(_world.Cloud.FindImage(_newest.ImageId));
        Assert.Contains(_world.Steps, step => step.Action == PlanActions.Remove && step.Rows.Single().ImageId == _old.ImageId);
    }

    [Theory]
    [InlineData("no retention", PlanState.InSync, null)]
    [InlineData("kept", PlanState.InSync, null)]
    [InlineData("young", PlanState.Held, "younger than 100 days")]
    [InlineData("in use", PlanState.Held, "in use by ins-uses0001")]
    [InlineData("uses unknown", PlanState.Held, "uses could not be read: instances (UnauthorizedOperation, DescribeInstances)")]
    [InlineData("shared", PlanState.Held, "shared with 100000000002")]
    [InlineData("sharing unknown", PlanState.Held, "its sharing could not be read")]
    [InlineData("newest failed", PlanState.Held, "newest version not here")]
    public async Task An_old_version_stays(string why, PlanState expected, string? reason)
    {
        var plan = why switch
        {
            "no retention" => Plan(Family(Region)),
            "kept" => Keeping(2),
            "young" => Keeping(1, days: 100),
            _ => Keeping(1),
        };
        if (why == "in use")
            _world.AddInstance("ins-uses0001", _old.ImageId, Region);
        if (why == "shared")
            _world.Cloud.ShareImage(_old.ImageId, SimulatedWorld.Partner.AccountId);
        if (why == "uses unknown")
            Refuse("DescribeInstances");
        if (why == "sharing unknown")
            Refuse("DescribeImageSharePermission");
        if (why == "newest failed")
        {
            _world.Cloud.RemoveImage(CopyOfNewest().ImageId);
            Refuse("SyncImages");
        }

        var row = await OldRowAsync(plan);

        Assert.Equal((expected, PlanActions.None, PlanStatus.Unchanged, reason), (row.State, row.Action, row.Status, row.Reason));
        Assert.NotNull(_world.Cloud.FindImage(_old.ImageId));
        Assert.False(_world.Cloud.CallCounts.ContainsKey("DeleteImages"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_without_a_mark_stays_unless_the_plan_adopts_it(bool adopt)
    {
        _world.Cloud.UpdateImage(_old.ImageId, image => image with { Tags = [] });

        var row = await OldRowAsync(Plan(Keeping(1).Families[0] with { AdoptUnmarked = adopt }));

        Assert.Equal(adopt ? PlanStatus.Removed : PlanStatus.Unchanged, row.Status);
        Assert.Equal(adopt ? "version 2 of 1" : "no mark of its source", row.Reason);
    }

    [Fact]
    public async Task Sharing_that_the_plan_wants_does_not_keep_a_version()
    {
        _world.Cloud.ShareImage(_old.ImageId, SimulatedWorld.Partner.AccountId);

        var row = await OldRowAsync(Plan(Keeping(1).Families[0] with { ShareWith = [SimulatedWorld.Partner.AccountId] }));

        Assert.Equal(PlanStatus.Removed, row.Status);
    }

    [Fact]
    public async Task Without_prune_nothing_is_deleted()
    {
        var rows = await _world.SyncAsync(Keeping(1));

        Assert.Contains("golden-web-2026-08 self ap-shanghai Surplus Remove Skipped", Texts(rows));
        Assert.NotNull(_world.Cloud.FindImage(_old.ImageId));
    }

    [Fact]
    public async Task More_removals_than_the_maximum_delete_nothing_but_copies_are_created()
    {
        _world.AddCopy(_world.AddVersion("golden-web-2026-07", 120), Region, 110);
        var plan = Plan(Keeping(1).Families[0] with { Targets = [new PlanTarget(null, [Region, "ap-beijing"])] });

        var rows = await _world.SyncAsync(plan, options => options with { Prune = true, MaxRemovals = 1 });

        Assert.Equal("MaximumRemovalsExceeded", Assert.IsType<RuleViolationException>(Assert.Single(_world.Errors)).Violation.Id);
        Assert.Equal(2, rows.Count(row => row is { Action: PlanActions.Remove, Status: PlanStatus.Skipped }));
        Assert.Contains("golden-web-2026-11 self ap-beijing Missing Copy Completed", Texts(rows));
        Assert.NotNull(_world.Cloud.FindImage(_old.ImageId));
    }

    [Fact]
    public async Task A_refused_deletion_is_a_failed_row()
    {
        Refuse("DeleteImages");

        var row = await OldRowAsync(Keeping(1));

        Assert.Equal(PlanStatus.Failed, row.Status);
        Assert.NotNull(row.Error);
    }

    [Fact]
    public async Task In_a_region_that_left_the_plan_only_the_newest_version_stays()
    {
        var rows = await _world.SyncAsync(Plan(Keeping(1).Families[0] with { Targets = [new PlanTarget(null, ["ap-beijing"])] }), Pruning);

        Assert.Contains("golden-web-2026-08 self ap-shanghai Surplus Remove Removed", Texts(rows));
        Assert.Contains("golden-web-2026-11 self ap-shanghai Held None Unchanged", Texts(rows));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_intermediate_copy_goes_once_the_others_are_there(bool keep)
    {
        var plan = Plan(Family() with { Targets = [new PlanTarget(Prod, ["ap-beijing"])], KeepIntermediate = keep });

        var rows = await _world.SyncAsync(plan);

        var left = _world.Cloud.Images(SimulatedWorld.Partner.AccountId).Select(image => image.Region);
        Assert.Equal(keep ? ["ap-beijing", Source] : ["ap-beijing"], left.Order(StringComparer.Ordinal));
        Assert.Equal(!keep, Texts(rows).Contains("golden-web-2026-11 prod ap-guangzhou Surplus Remove Removed"));
        Assert.Equal(keep, Texts(await _world.CompareAsync(plan)).Contains("golden-web-2026-11 prod ap-guangzhou InSync None"));
    }

    [Fact]
    public async Task An_intermediate_copy_stays_while_another_copy_needs_it()
    {
        var plan = Plan(Family() with { Targets = [new PlanTarget(Prod, ["ap-beijing", "ap-nanjing"])] });
        _world.Cloud.Options.ImageQuotas["ap-nanjing"] = 0;

        var rows = await _world.SyncAsync(plan);

        var first = rows.Single(row => row.Region == Source);
        Assert.Equal((PlanState.Held, "intermediate copy, needed for ap-nanjing"), (first.State, first.Reason));
        Assert.NotNull(_world.Cloud.FindImage(first.ImageId!));
    }

    private static ReplicationPlan Keeping(int versions, int days = 0) =>
        Plan(Family(Region) with { Retention = new PlanRetention(versions, TimeSpan.FromDays(days)) });

    private static PlanSyncOptions Pruning(PlanSyncOptions options) => options with { Prune = true };

    private async Task<PlanRow> OldRowAsync(ReplicationPlan plan) =>
        (await _world.SyncAsync(plan, Pruning)).Single(row => row.ImageId == _old.ImageId);

    private SimulatedImage CopyOfNewest() => _world.Cloud.Images().Single(image => image.Region == Region && image.ImageName == _newest.ImageName);

    private void Refuse(string action) =>
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action, Times = int.MaxValue });
}
