using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Tests.Support;

namespace TencentImageReplication.Report.Tests.Rows;

public class JournalTests
{
    private const string Result =
        """ "Family":"web","Version":"web-1","AccountId":"100000000001","Account":"self","Region":"ap-shanghai","ImageId":"img-2" """;

    private const string Published = Result + ""","Kind":"LaunchTemplate","TargetId":"lt-1","TargetName":"api","Status":"Published" """;

    private const string Columns =
        """ "Family":"web","Version":"web-1","Account":"self","Region":"ap-shanghai","State":"Missing","Action":"Copy","SourceImageId":"img-1" """;

    [Fact]
    public void The_lines_of_a_copy_become_one_row()
    {
        var rows = new ReportRows();

        Assert.Empty(rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-23T16:00:00Z","Event":"decided",{{Columns}}}
            {"Time":"2026-11-23T16:02:00Z","Event":"requested",{{Columns}},"RequestedAt":"2026-11-23T16:01:00Z"}

            {"Time":"2026-11-23T16:20:00Z","Event":"ended",{{Columns}},"Status":"Completed","SizeGB":50,"CompletedAt":"2026-11-23T16:19:00Z"}
            """)));

        var row = Assert.Single(rows.Copies);
        Assert.Equal(ReportState.Ready, row.State);
        Assert.Equal(50, row.SizeGB);
        Assert.Equal([0, 1, 19], new[] { row.DecidedAt, row.RequestedAt, row.CompletedAt }.Select(time => time!.Value.Minute));
    }

    [Fact]
    public void A_copy_of_a_run_that_was_killed_is_in_progress()
    {
        var rows = new ReportRows();

        var unread = rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-23T16:02:00Z","Event":"requested",{{Columns}}}
            {"Time":"2026-11-23T16:20:00Z","Event":"en
            """));

        Assert.Equal([2], unread);
        Assert.Equal(ReportState.Copying, Assert.Single(rows.Copies).State);
        Assert.NotNull(rows.Copies[0].RequestedAt);
    }

    [Fact]
    public void Tests_and_publications_have_the_columns_of_their_commands()
    {
        var rows = new ReportRows();

        Assert.Empty(rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-23T16:40:00Z","Event":"tested",{{Result}},"ImageName":"web-1","InstanceId":"ins-1","AgentStatus":"","Status":"Inconclusive","ErrorCode":"AgentNotOnline"}
            {"Time":"2026-11-23T16:50:00Z","Event":"published",{{Published}},"PreviousVersion":3,"TargetVersion":4,"PublishedAt":"2026-11-23T16:50:00Z"}
            """)));

        Assert.Empty(rows.Copies);
        var test = Assert.Single(rows.Tests);
        Assert.Equal(("web-1", "img-2", "self", "Inconclusive", "AgentNotOnline"), (test.Name, test.ImageId, test.Account, test.Status, test.Error!.Code));
        var publication = Assert.Single(rows.Publications);
        Assert.Equal(("api", "img-2", "self", ReportState.Ready), (publication.Name, publication.ImageId, publication.Account, publication.State));
        Assert.Equal(
            ["Kind LaunchTemplate", "TargetId lt-1", "PreviousVersion 3", "Version 4", "PublishedAt 2026-11-23T16:50:00.0000000+00:00"],
            publication.Details.Select(detail => $"{detail.Key} {detail.Value}"));
    }

    [Fact]
    public void The_version_of_a_family_is_not_that_of_a_launch_template()
    {
        var rows = new ReportRows();

        rows.AddJournal(new StringReader($$"""{"Time":"2026-11-23T16:50:00Z","Event":"published",{{Published}},"Reason":"declined"}"""));

        Assert.DoesNotContain(Assert.Single(rows.Publications).Details, detail => detail.Key == "Version");
    }

    [Fact]
    public void The_rows_of_a_run_and_its_journal_are_the_same()
    {
        var rows = Reports.Rows(
            new SampleRow { ["AccountId"] = "100000000001", ["Region"] = "ap-shanghai", ["ImageId"] = "img-2", ["InstanceId"] = "ins-1", ["AgentStatus"] = "Online", ["ScriptOutput"] = "ok", ["Status"] = "Passed" },
            new SampleRow { ["AccountId"] = "100000000001", ["Region"] = "ap-shanghai", ["ImageId"] = "img-2", ["Kind"] = "LaunchTemplate", ["TargetId"] = "lt-1", ["TargetName"] = "api", ["Version"] = "4", ["Status"] = "Published" });

        rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-23T16:40:00Z","Event":"tested",{{Result}},"InstanceId":"ins-1","AgentStatus":"Online","ScriptStatus":"SUCCESS","Status":"Passed"}
            {"Time":"2026-11-23T16:50:00Z","Event":"published",{{Published}},"TargetVersion":4}
            """));

        Assert.Equal(["InstanceId ins-1", "AgentStatus Online", "ScriptOutput ok", "ScriptStatus SUCCESS"], Assert.Single(rows.Tests).Details.Select(detail => $"{detail.Key} {detail.Value}"));
        Assert.Equal("self", Assert.Single(rows.Tests).Account);
        Assert.Equal(["Kind LaunchTemplate", "TargetId lt-1", "Version 4"], Assert.Single(rows.Publications).Details.Select(detail => $"{detail.Key} {detail.Value}"));
    }

    [Fact]
    public void The_last_publication_of_an_image_in_a_target_counts()
    {
        var rows = new ReportRows();

        rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-22T16:50:00Z","Event":"published",{{Published.Replace("Published", "NotStarted", StringComparison.Ordinal)}},"Reason":"not in sync: ap-beijing"}
            {"Time":"2026-11-23T16:50:00Z","Event":"published",{{Published}},"TargetVersion":4}
            """));

        var row = Assert.Single(rows.Publications);
        Assert.Equal("Published", row.Status);
        Assert.DoesNotContain(row.Details, detail => detail.Key == "Reason");
    }

    [Fact]
    public void A_later_decision_leaves_the_wait_for_the_request()
    {
        var rows = new ReportRows();

        rows.AddJournal(new StringReader($$"""
            {"Time":"2026-11-23T16:00:00Z","Event":"decided",{{Columns}}}
            {"Time":"2026-11-23T16:02:00Z","Event":"requested",{{Columns}},"RequestedAt":"2026-11-23T16:01:00Z"}
            {"Time":"2026-11-23T16:20:00Z","Event":"ended",{{Columns}},"Status":"Completed","RequestedAt":"2026-11-23T16:01:00Z","CompletedAt":"2026-11-23T16:19:00Z"}
            {"Time":"2026-11-24T16:00:00Z","Event":"decided",{{Columns.Replace("Missing", "Outdated", StringComparison.Ordinal).Replace("Copy", "Publish", StringComparison.Ordinal)}}}
            """));

        var row = Assert.Single(rows.Copies);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero), row.WaitingSince);
        Assert.Equal((ReportState.Unpublished, ReportState.Unpublished, "Publish"), (row.State, row.Found, row.Action));
    }

    [Theory]
    [InlineData("tested")]
    [InlineData("published")]
    public void A_result_without_its_columns_is_no_entry(string happened) => Assert.Equal(
        [1], new ReportRows().AddJournal(new StringReader($$"""{"Event":"{{happened}}","Family":"web","Region":"ap-shanghai"}""")));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("text")]
    [InlineData("""{"Event":"ended"}""")]
    public void Other_lines_are_no_entries(string line) => Assert.Equal([1], new ReportRows().AddJournal(new StringReader(line)));
}
