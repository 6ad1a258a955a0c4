using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans.Comparing;

/// <summary>A plan compared with what is there: nothing is changed.</summary>
public sealed class PlanComparerTests : IDisposable
{
    private readonly PlanWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Each_place_of_the_newest_version_has_a_row_in_the_order_of_the_plan()
    {
        var newest = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddVersion("golden-web-2026-10", 30);
        var copy = _world.AddCopy(newest, "ap-shanghai", 0);
        var family = Family("ap-shanghai", "ap-beijing") with
        {
            Targets = [new PlanTarget(null, ["ap-shanghai", "ap-beijing"]), new PlanTarget(Prod, [Source, "ap-shanghai"])],
        };

        var rows = await _world.CompareAsync(Plan(family));

        Assert.Equal(
            [
                "golden-web-2026-11 self ap-shanghai InSync None",
                "golden-web-2026-11 self ap-beijing Missing Copy",
                "golden-web-2026-11 prod ap-guangzhou Missing Share, Copy",
                "golden-web-2026-11 prod ap-shanghai Missing Copy",
            ],
            Texts(rows));
        Assert.Equal([copy.ImageId, null, null, null], rows.Select(row => row.ImageId));
        Assert.Equal([null, "50 GiB", "becomes a custom image of prod", "after ap-guangzhou"], rows.Select(row => row.Reason));
        Assert.Equal(["100000000001", "100000000001", "100000000002", "100000000002"], rows.Select(row => row.AccountId));
        Assert.Equal(newest.CreatedTime.ToUnixTimeSeconds(), rows[0].Source.CreatedTime?.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task The_region_of_the_source_is_in_sync_and_has_no_old_versions()
    {
        var newest = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddVersion("golden-web-2026-10", 30);

        var row = Assert.Single(await _world.CompareAsync(Plan(Family(Source) with { Retention = new PlanRetention(1, TimeSpan.Zero) })));

        Assert.Equal((PlanState.InSync, newest.ImageId, true), (row.State, row.ImageId, row.IsReady));
    }

    [Fact]
    public async Task A_copy_over_another_account_or_region_counts_by_its_origin()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);
        var first = _world.AddCopy(source, Source, 0, SimulatedWorld.Partner);
        var mark = first.Tags[0].Value;
        _world.Cloud.AddImage(first with
        {
            ImageId = "",
            Region = "ap-beijing",
            Tags = [new("ImageReplicationSource", $"{Source}/{first.ImageId}/{first.CreatedTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ};{mark}")],
        });

        var rows = await _world.CompareAsync(Plan(Family() with { Targets = [new PlanTarget(Prod, ["ap-beijing"])] }));

        Assert.Equal("golden-web-2026-11 prod ap-beijing InSync None", Texts(rows)[0]);
    }

    [Fact]
    public async Task A_copy_whose_source_is_gone_keeps_its_place()
    {
        var gone = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddVersion("golden-web-2026-10", 30);
        _world.AddCopy(gone, "ap-shanghai", 0);
        _world.Cloud.RemoveImage(gone.ImageId);

        var rows = await _world.CompareAsync(Plan(Family("ap-shanghai", "ap-beijing") with { Retention = new PlanRetention(1, TimeSpan.Zero) }));

        Assert.Equal(["golden-web-2026-11 self ap-shanghai InSync None"], Texts(rows));
    }

    [Fact]
    public async Task An_image_that_is_being_created_is_no_version_yet()
    {
        _world.AddVersion("golden-web-2026-10", 30);
        var next = _world.AddVersion("golden-web-2026-11", 0);
        _world.Cloud.SetImageState(next.ImageId, "CREATING");

        Assert.Equal("golden-web-2026-10", Assert.Single(await _world.CompareAsync(Plan(Family("ap-beijing")))).Version);
    }

    [Fact]
    public async Task A_copy_in_progress_is_copying()
    {
        var copy = _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-shanghai", 0);
        _world.Cloud.SetImageState(copy.ImageId, "SYNCING");

        var row = Assert.Single(await _world.CompareAsync(Plan(Family("ap-shanghai"))));

        Assert.Equal((PlanState.Copying, PlanActions.None, false), (row.State, row.Action, row.IsReady));
    }

    [Fact]
    public async Task An_attribute_that_differs_is_named()
    {
        _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-shanghai", 0);
        var family = Family("ap-shanghai") with { CarryOver = CarriedAttributes.Tag | CarriedAttributes.Family | CarriedAttributes.Description };

        var row = Assert.Single(await _world.CompareAsync(Plan(family)));

        Assert.Equal((PlanState.Different, PlanActions.Update, "description, image family, tags"), (row.State, row.Action, row.Reason));
    }

    [Fact]
    public async Task A_shared_copy_with_another_description_cannot_be_changed()
    {
        var copy = _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-shanghai", 0);
        _world.Cloud.ShareImage(copy.ImageId, "100000000099");

        var row = Assert.Single(await _world.CompareAsync(Plan(Family("ap-shanghai") with { CarryOver = CarriedAttributes.Description })));

        Assert.Equal((PlanState.Different, PlanActions.None), (row.State, row.Action));
        Assert.Equal("description: shared with 100000000099, cannot be changed", row.Reason);
    }

    [Theory]
    [InlineData(NameTaken.Fail, PlanActions.None)]
    [InlineData(NameTaken.RenameStale, PlanActions.Rename | PlanActions.Copy)]
    public async Task A_copy_of_an_earlier_image_with_the_same_name_is_stale(NameTaken onNameTaken, PlanActions expected)
    {
        var first = _world.AddVersion("golden-web-2026-11", 5);
        var copy = _world.AddCopy(first, "ap-shanghai", 4);
        _world.Cloud.RemoveImage(first.ImageId);
        _world.AddVersion("golden-web-2026-11", 1);

        var rows = await _world.CompareAsync(Plan(Family("ap-shanghai") with { OnNameTaken = onNameTaken }));

        Assert.Equal((PlanState.Stale, expected, $"{copy.ImageId}, an earlier copy, has the name"), (rows[0].State, rows[0].Action, rows[0].Reason));
        Assert.Equal((PlanState.InSync, copy.ImageId), (rows[1].State, rows[1].ImageId));
    }

    [Fact]
    public async Task A_stale_copy_that_is_shared_cannot_get_another_name()
    {
        var first = _world.AddVersion("golden-web-2026-11", 5);
        var copy = _world.AddCopy(first, "ap-shanghai", 4);
        _world.Cloud.RemoveImage(first.ImageId);
        _world.Cloud.ShareImage(copy.ImageId, "100000000099");
        _world.AddVersion("golden-web-2026-11", 1);

        var row = (await _world.CompareAsync(Plan(Family("ap-shanghai") with { OnNameTaken = NameTaken.RenameStale })))[0];

        Assert.Equal((PlanState.Stale, PlanActions.None), (row.State, row.Action));
        Assert.EndsWith("has the name: shared with 100000000099, cannot be changed", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_image_with_the_name_blocks_the_copy()
    {
        var source = _world.AddVersion("golden-web-2026-11", 5);
        var other = _world.AddCopy(source, "ap-shanghai", 30, marked: false);

        var row = Assert.Single(await _world.CompareAsync(Plan(Family("ap-shanghai") with { OnNameTaken = NameTaken.RenameStale })));

        Assert.Equal((PlanState.Blocked, PlanActions.None, $"{other.ImageId} has the name"), (row.State, row.Action, row.Reason));
    }

    [Fact]
    public async Task A_full_quota_blocks_the_copies_that_have_no_room()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        _world.AddVersion("golden-web-2026-10", 30);
        _world.Cloud.Options.ImageQuota = 1;

        var rows = await _world.CompareAsync(Plan(Family("ap-shanghai") with { Versions = 2 }));

        Assert.Equal(
            ["golden-web-2026-11 self ap-shanghai Missing Copy", "golden-web-2026-10 self ap-shanghai Blocked None"], Texts(rows));
        Assert.Equal("quota of 1 images reached", rows[1].Reason);
    }

    [Fact]
    public async Task A_region_that_does_not_respond_is_unknown_and_stops_no_other()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = "ap-beijing" });

        var rows = await _world.CompareAsync(Plan(Family("ap-beijing", "ap-shanghai")));

        Assert.Equal(["golden-web-2026-11 self ap-beijing Unknown None", "golden-web-2026-11 self ap-shanghai Missing Copy"], Texts(rows));
        Assert.NotNull(rows[0].Error);
    }

    [Fact]
    public async Task An_account_that_cannot_be_reached_is_unknown_and_stops_no_other()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        _world.Cloud.RemoveRole(ProdRole.Arn);
        var family = Family() with { Targets = [new PlanTarget(null, ["ap-shanghai"]), new PlanTarget(Prod, ["ap-shanghai"])] };

        var rows = await _world.CompareAsync(Plan(family));

        Assert.Equal(["golden-web-2026-11 self ap-shanghai Missing Copy", "golden-web-2026-11 prod ap-shanghai Unknown None"], Texts(rows));
    }

    [Fact]
    public async Task Copies_in_a_region_that_is_no_longer_in_the_plan_are_surplus()
    {
        var newest = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddCopy(newest, "ap-beijing", 0);
        _world.AddCopy(newest, "ap-nanjing", 0);

        var rows = await _world.CompareAsync(Plan(Family("ap-beijing")));

        Assert.Equal(["golden-web-2026-11 self ap-beijing InSync None", "golden-web-2026-11 self ap-nanjing Surplus None"], Texts(rows));
        Assert.Equal("region not in the plan, no Retention", rows[1].Reason);
    }

    [Fact]
    public async Task Comparing_only_reads()
    {
        _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-nanjing", 0);

        await _world.CompareAsync(Plan(Family("ap-beijing") with { Retention = new PlanRetention(1, TimeSpan.Zero) }));

        Assert.All(_world.Cloud.CallCounts.Keys, action => Assert.True(action.StartsWith("Describe", StringComparison.Ordinal) || action.StartsWith("Get", StringComparison.Ordinal), action));
    }
}
