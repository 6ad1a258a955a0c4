using System.Text.Json;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class SyncTccReplicationPlanTests : IDisposable
{
    private const string Sync = "Sync-TccReplicationPlan $folder/images.psd1";

    private readonly PlanFolder _folder = new();
    private readonly CloudShell _shell = new();

    public SyncTccReplicationPlanTests() => _shell.Set("folder", _folder.Path);

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Missing_copies_are_created_and_a_second_run_does_nothing()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));

        var rows = _shell.Run(Sync).All<TccReplicationRow>();
        var again = _shell.Run(Sync).All<TccReplicationRow>();
        var compared = _shell.Run("Compare-TccReplicationPlan $folder/images.psd1").All<TccReplicationRow>();

        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal((TccReplicationStatus.Completed, true), (row.Status, row.Ready));
            Assert.Equal(row.Region, _shell.Cloud.FindImage(row.ImageId!)!.Region);
            Assert.True(row.CompletedAt - row.RequestedAt >= CloudShell.CopyDuration);
        });
        Assert.All(again, row => Assert.Equal(TccReplicationStatus.Unchanged, row.Status));
        Assert.All(compared, row => Assert.Equal((TccReplicationState.InSync, null), (row.State, row.Action)));
        Assert.Equal("ap-beijing, ap-shanghai", _shell.CopiedTo());
    }

    [Fact]
    public void WhatIf_shows_the_steps_and_changes_nothing()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));

        var row = Assert.Single(_shell.Run($"{Sync} -WhatIf -JournalPath $folder/sync.jsonl").All<TccReplicationRow>());

        Assert.Equal((TccReplicationState.Missing, TccReplicationStatus.Planned), (row.State, row.Status));
        Assert.Contains(_shell.Host.Lines, line => line.Contains("Copy 'golden-web-2024' (50 GiB) to ap-shanghai.", StringComparison.Ordinal));
        Assert.Equal("", _shell.CopiedTo());
        Assert.False(File.Exists(Path.Combine(_folder.Path, "sync.jsonl")));
    }

    [Fact]
    public void Copying_prompts_only_with_Confirm_and_removing_always()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'", "Retention = @{ KeepVersions = 1 }"));
        _shell.Run(Sync).All<TccReplicationRow>();
        Assert.Empty(_shell.Host.Questions);
        _shell.AddImage("golden-web-2025");
        _shell.Host.Choice = "&No";

        var kept = _shell.Run($"{Sync} -Prune").All<TccReplicationRow>();

        Assert.Contains("golden-web-2024", Assert.Single(_shell.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(["golden-web-2024 Skipped", "golden-web-2025 Completed"], kept.Select(row => $"{row.Version} {row.Status}").Order(StringComparer.Ordinal));
        var removed = _shell.Run($"{Sync} -Prune -Confirm:$false").All<TccReplicationRow>();
        Assert.Equal(["golden-web-2024 Removed", "golden-web-2025 Unchanged"], removed.Select(row => $"{row.Version} {row.Status}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_removals_than_the_maximum_are_one_error_and_no_removal()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'", "Retention = @{ KeepVersions = 1 }"));
        _shell.Run(Sync).All<TccReplicationRow>();
        _shell.AddImage("golden-web-2025");

        var result = _shell.Run($"{Sync} -Prune -MaximumRemovals 0 -Confirm:$false");

        Assert.StartsWith("MaximumRemovalsExceeded,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(result.Of<TccReplicationRow>(), row => row is { Status: TccReplicationStatus.Skipped, Version: "golden-web-2024" });
        Assert.Contains(result.Of<TccReplicationRow>(), row => row is { Status: TccReplicationStatus.Completed, Version: "golden-web-2025" });
    }

    [Fact]
    public void A_failed_copy_is_a_row_and_an_error_and_stops_no_other()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));
        _shell.Cloud.Faults.Add(Clouds.Refusal("InternalError", "DescribeImages", "ap-shanghai", times: 100));

        var result = _shell.Run(Sync);

        Assert.Equal(
            ["ap-beijing Completed ", "ap-shanghai Unknown InternalError"],
            result.Of<TccReplicationRow>().Select(row => $"{row.Region} {row.Status} {row.ErrorCode}").Order(StringComparer.Ordinal));
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("InternalError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("'golden-web-2024' in ap-shanghai: ", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_copy_that_the_service_refuses_is_a_row_and_an_error()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "SyncImages", times: 100));

        var result = _shell.Run(Sync);

        Assert.All(result.Of<TccReplicationRow>(), row => Assert.Equal((TccReplicationStatus.Failed, "UnauthorizedOperation"), (row.Status, row.ErrorCode)));
        Assert.Equal((2, 2), (result.Of<TccReplicationRow>().Count, result.Errors.Count));
    }

    [Fact]
    public void A_copy_that_is_not_there_in_time_says_so_and_the_next_run_continues()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));

        var late = _shell.Run($"{Sync} -TimeoutSec 60");
        var row = Assert.Single(_shell.Run(Sync).All<TccReplicationRow>());

        Assert.Equal((TccReplicationStatus.TimedOut, "WaitTimedOut"), (Assert.Single(late.Of<TccReplicationRow>()).Status, Assert.Single(late.Of<TccReplicationRow>()).ErrorCode));
        Assert.StartsWith("WaitTimedOut,", Assert.Single(late.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(TccReplicationStatus.Completed, row.Status);
        Assert.Equal("ap-shanghai", _shell.CopiedTo());
    }

    [Fact]
    public void The_journal_has_a_line_of_JSON_for_each_decision_and_result_and_grows()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));
        var path = Path.Combine(_folder.Path, "sync.jsonl");

        _shell.Run($"{Sync} -JournalPath $folder/sync.jsonl").All<TccReplicationRow>();
        var first = File.ReadAllLines(path);
        _shell.Run($"{Sync} -JournalPath $folder/sync.jsonl").All<TccReplicationRow>();
        var both = File.ReadAllLines(path);

        Assert.Equal(["decided", "requested", "ended"], first.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Event").GetString()));
        Assert.Equal(first, both.Take(first.Length));
        Assert.Equal(["decided", "ended"], both.Skip(first.Length).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Event").GetString()));
        Assert.DoesNotContain(both, line => line.Contains(SimulatedWorld.Owner.SecretKey, StringComparison.Ordinal));
    }

    [Fact]
    public void A_journal_that_cannot_be_written_ends_the_command_before_it_begins()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));

        var result = _shell.Run($"{Sync} -JournalPath $folder/missing/sync.jsonl");

        Assert.StartsWith("JournalNotOpened,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("", _shell.CopiedTo());
    }
}
