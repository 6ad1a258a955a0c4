using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans.Syncing;

/// <summary>A plan that is carried out: the copies.</summary>
public sealed class PlanSyncerTests : IDisposable
{
    private readonly PlanWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Missing_copies_are_created_and_marked_and_a_second_run_does_nothing()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);
        var plan = Plan(Family("ap-shanghai", "ap-beijing"));

        var rows = await _world.SyncAsync(plan);
        var again = await _world.SyncAsync(plan);

        Assert.Equal(
            ["golden-web-2026-11 self ap-beijing Missing Copy Completed", "golden-web-2026-11 self ap-shanghai Missing Copy Completed"],
            Texts(rows).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.True(row is { IsReady: true, RequestedAt: not null, CompletedAt: not null, RequestId.Length: > 0 }));
        Assert.All(Texts(again), row => Assert.EndsWith("InSync None Unchanged", row, StringComparison.Ordinal));
        Assert.Equal(1, _world.Cloud.CallCounts["SyncImages"]);
        Assert.All(Copies("ap-shanghai", "ap-beijing"), copy => Assert.StartsWith($"{Source}/{source.ImageId}/", MarkOf(copy), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_account_gets_the_shared_image_as_its_own_and_copies_that_on()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);
        var family = Family() with { Targets = [new PlanTarget(Prod, [Source, "ap-shanghai", "ap-beijing"])] };

        var rows = await _world.SyncAsync(Plan(family));

        Assert.All(rows, row => Assert.Equal(PlanStatus.Completed, row.Status));
        var copies = _world.Cloud.Images(SimulatedWorld.Partner.AccountId);
        Assert.Equal(["ap-beijing", Source, "ap-shanghai"], copies.Select(copy => copy.Region).Order(StringComparer.Ordinal));
        Assert.All(copies, copy => Assert.Contains($"{Source}/{source.ImageId}/", MarkOf(copy), StringComparison.Ordinal));
        Assert.Empty(_world.Cloud.FindImage(source.ImageId)!.SharedWith);
        Assert.DoesNotContain(_world.Cloud.FindImage(source.ImageId)!.Tags, tag => tag.Key == "ImageReplicationShare");
        Assert.All(Texts(await _world.SyncAsync(Plan(family))), row => Assert.EndsWith("InSync None Unchanged", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sharing_by_a_person_stays()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);
        _world.Cloud.ShareImage(source.ImageId, SimulatedWorld.Partner.AccountId);

        await _world.SyncAsync(Plan(Family() with { Targets = [new PlanTarget(Prod, [Source])] }));

        Assert.Equal([SimulatedWorld.Partner.AccountId], _world.Cloud.FindImage(source.ImageId)!.SharedWith);
    }

    [Fact]
    public async Task Sharing_stays_if_the_plan_wants_it()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);

        await _world.SyncAsync(Plan(Family() with { Targets = [new PlanTarget(Prod, [Source])], KeepShared = true }));

        Assert.Equal([SimulatedWorld.Partner.AccountId], _world.Cloud.FindImage(source.ImageId)!.SharedWith);
    }

    [Fact]
    public async Task Sharing_that_a_killed_run_has_left_is_taken_back()
    {
        var source = _world.AddVersion("golden-web-2026-11", 1);
        _world.AddCopy(source, Source, 0, SimulatedWorld.Partner);
        _world.Cloud.ShareImage(source.ImageId, SimulatedWorld.Partner.AccountId);
        _world.Cloud.UpdateImage(source.ImageId, image => image with { Tags = [.. image.Tags, new("ImageReplicationShare", SimulatedWorld.Partner.AccountId)] });

        await _world.SyncAsync(Plan(Family() with { Targets = [new PlanTarget(Prod, [Source])] }));

        Assert.Empty(_world.Cloud.FindImage(source.ImageId)!.SharedWith);
    }

    [Fact]
    public async Task Attributes_are_set_before_the_copy_is_shared()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        var family = Family("ap-shanghai") with
        {
            CarryOver = CarriedAttributes.Tag | CarriedAttributes.Family | CarriedAttributes.Description,
            ShareWith = [SimulatedWorld.Partner.AccountId],
        };

        var row = Assert.Single(await _world.SyncAsync(Plan(family)));

        var copy = Assert.Single(Copies("ap-shanghai"));
        Assert.Equal((PlanStatus.Completed, "Description of golden-web-2026-11", "web"), (row.Status, copy.Description, copy.Family));
        Assert.Contains(new SimulatedTag("env", "prod"), copy.Tags);
        Assert.Equal([SimulatedWorld.Partner.AccountId], copy.SharedWith);
        Assert.Equal(PlanState.InSync, Assert.Single(await _world.CompareAsync(Plan(family))).State);
    }

    [Fact]
    public async Task A_copy_that_only_the_plan_shares_is_changed_and_shared_again()
    {
        var copy = _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-shanghai", 0);
        _world.Cloud.ShareImage(copy.ImageId, SimulatedWorld.Partner.AccountId);
        var family = Family("ap-shanghai") with { CarryOver = CarriedAttributes.Description, ShareWith = [SimulatedWorld.Partner.AccountId] };

        var row = Assert.Single(await _world.SyncAsync(Plan(family)));

        Assert.Equal((PlanState.Different, PlanActions.Update, PlanStatus.Completed), (row.State, row.Action, row.Status));
        var changed = _world.Cloud.FindImage(copy.ImageId)!;
        Assert.Equal("Description of golden-web-2026-11", changed.Description);
        Assert.Equal([SimulatedWorld.Partner.AccountId], changed.SharedWith);
    }

    [Fact]
    public async Task Versions_that_do_not_belong_any_more_become_deprecated()
    {
        var old = _world.AddCopy(_world.AddVersion("golden-web-2026-10", 30), "ap-shanghai", 29);
        _world.AddVersion("golden-web-2026-11", 1);

        var rows = await _world.SyncAsync(Plan(Family("ap-shanghai") with { Deprecate = true }));

        Assert.Contains("golden-web-2026-10 self ap-shanghai Different Update Completed", Texts(rows));
        Assert.True(_world.Cloud.FindImage(old.ImageId)!.Deprecated);
        Assert.False(Copies("ap-shanghai").Single(copy => copy.ImageName == "golden-web-2026-11").Deprecated);
    }

    [Fact]
    public async Task A_stale_copy_gets_another_name_before_the_new_copy_takes_it()
    {
        var first = _world.AddVersion("golden-web-2026-11", 5);
        var earlier = _world.AddCopy(first, "ap-shanghai", 4);
        _world.Cloud.RemoveImage(first.ImageId);
        _world.AddVersion("golden-web-2026-11", 1);

        var rows = await _world.SyncAsync(Plan(Family("ap-shanghai") with { OnNameTaken = NameTaken.RenameStale }));

        Assert.Contains("golden-web-2026-11 self ap-shanghai Stale Rename, Copy Completed", Texts(rows));
        Assert.Equal($"golden-web-2026-11-{earlier.CreatedTime.UtcDateTime:yyyyMMdd-HHmmss}", _world.Cloud.FindImage(earlier.ImageId)!.ImageName);
        Assert.Single(Copies("ap-shanghai"), copy => copy.ImageName == "golden-web-2026-11");
    }

    [Fact]
    public async Task A_name_that_stays_taken_is_a_failed_row()
    {
        var first = _world.AddVersion("golden-web-2026-11", 5);
        _world.AddCopy(first, "ap-shanghai", 4);
        _world.Cloud.RemoveImage(first.ImageId);
        _world.AddVersion("golden-web-2026-11", 1);

        var rows = await _world.SyncAsync(Plan(Family("ap-shanghai")));

        var stale = rows.Single(row => row.State == PlanState.Stale);
        Assert.Equal(("ImageNameTaken", PlanStatus.Failed), (Assert.IsType<RuleViolationException>(stale.Error).Violation.Id, stale.Status));
    }

    [Fact]
    public async Task A_refused_region_is_one_failed_row()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = "ap-beijing" });

        var rows = await _world.SyncAsync(Plan(Family("ap-beijing", "ap-shanghai")));

        Assert.Equal(
            ["golden-web-2026-11 self ap-beijing Unknown None Unknown", "golden-web-2026-11 self ap-shanghai Missing Copy Completed"],
            Texts(rows).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_takes_too_long_is_continued_by_the_next_run()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        var plan = Plan(Family("ap-shanghai"));

        var first = await _world.SyncAsync(plan, options => options with { Timeout = TimeSpan.FromMinutes(1) });
        var second = await _world.SyncAsync(plan);

        Assert.Equal("golden-web-2026-11 self ap-shanghai Missing Copy TimedOut", Assert.Single(Texts(first)));
        Assert.Equal("golden-web-2026-11 self ap-shanghai Copying None Completed", Assert.Single(Texts(second)));
        Assert.Single(Copies("ap-shanghai"));
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        var family = Family("ap-shanghai") with { Targets = [new PlanTarget(null, ["ap-shanghai"]), new PlanTarget(Prod, ["ap-beijing"])] };

        var rows = await _world.SyncAsync(Plan(family), options => options with { WhatIf = true, ConfirmAsync = _ => Task.FromResult(false) });

        Assert.All(rows, row => Assert.Equal(PlanStatus.Planned, row.Status));
        Assert.Single(_world.Cloud.Images());
        Assert.All(_world.Cloud.CallCounts.Keys.Except(["AssumeRole"]), action => Assert.True(action.StartsWith("Describe", StringComparison.Ordinal) || action.StartsWith("Get", StringComparison.Ordinal), action));
    }

    [Fact]
    public async Task WhatIf_waits_for_no_copy_in_progress()
    {
        var copy = _world.AddCopy(_world.AddVersion("golden-web-2026-11", 1), "ap-shanghai", 0);
        _world.Cloud.SetImageState(copy.ImageId, "SYNCING");

        var row = Assert.Single(await _world.SyncAsync(Plan(Family("ap-shanghai")), options => options with { WhatIf = true, ConfirmAsync = _ => Task.FromResult(false) }));

        Assert.Equal((PlanState.Copying, PlanStatus.Unchanged), (row.State, row.Status));
    }

    [Fact]
    public async Task A_source_region_that_does_not_respond_is_one_unknown_row()
    {
        _world.AddVersion("golden-web-2026-11", 1);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = Source });

        var row = Assert.Single(await _world.SyncAsync(Plan(Family("ap-shanghai"))));

        Assert.Equal((PlanState.Unknown, PlanStatus.Unknown, "the sources could not be read"), (row.State, row.Status, row.Reason));
        Assert.NotNull(row.Error);
        Assert.Contains("ended", _world.Journal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_has_each_decision_request_and_result()
    {
        _world.AddVersion("golden-web-2026-11", 1);

        await _world.SyncAsync(Plan(Family("ap-shanghai")));

        var lines = _world.Journal.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["decided", "requested", "ended"], lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("Event").GetString()));
        Assert.All(lines, line => Assert.DoesNotContain("EXAMPLEKEY", line, StringComparison.Ordinal));
    }

    private IReadOnlyList<SimulatedImage> Copies(params string[] regions) =>
        [.. _world.Cloud.Images(SimulatedWorld.Owner.AccountId).Where(image => regions.Contains(image.Region))];

    private static string MarkOf(SimulatedImage copy) => copy.Tags.Single(tag => tag.Key == "ImageReplicationSource").Value;
}
