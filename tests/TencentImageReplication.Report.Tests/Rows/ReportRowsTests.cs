using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Tests.Support;

namespace TencentImageReplication.Report.Tests.Rows;

public class ReportRowsTests
{
    [Theory]
    [InlineData("Completed", ReportState.Ready)]
    [InlineData("Source", ReportState.Source)]
    [InlineData("Requested", ReportState.Copying)]
    [InlineData("WouldCopy", ReportState.Planned)]
    [InlineData("Failed", ReportState.Failed)]
    [InlineData("TimedOut", ReportState.TimedOut)]
    [InlineData("NewWord", ReportState.Unknown)]
    public void The_status_of_a_copy_is_its_state(string status, ReportState state) =>
        Assert.Equal(state, Reports.Rows(SampleRow.Copy("web", "ap-shanghai", status)).Copies.Single().State);

    [Theory]
    [InlineData("InSync", "", ReportState.Ready)]
    [InlineData("Missing", "", ReportState.Missing)]
    [InlineData("Missing", "Planned", ReportState.Missing)]
    [InlineData("Missing", "Completed", ReportState.Ready)]
    [InlineData("Stale", "Skipped", ReportState.Outdated)]
    [InlineData("Surplus", "Removed", ReportState.Removed)]
    [InlineData("Held", "Unchanged", ReportState.Held)]
    [InlineData("Missing", "Failed", ReportState.Failed)]
    [InlineData("Outdated", "", ReportState.Unpublished)]
    [InlineData("Outdated", "Skipped", ReportState.Unpublished)]
    [InlineData("Outdated", "Completed", ReportState.Ready)]
    [InlineData("Outdated", "Failed", ReportState.Failed)]
    [InlineData("Outdated", "TimedOut", ReportState.TimedOut)]
    [InlineData("NewWord", "", ReportState.Unknown)]
    public void The_result_of_a_plan_counts_before_the_state_that_was_found(string found, string status, ReportState state) =>
        Assert.Equal(state, Reports.Rows(SampleRow.Plan("web", "web-1", "ap-shanghai", found, status)).Copies.Single().State);

    [Fact]
    public void A_later_row_updates_the_earlier_one_of_the_same_copy()
    {
        var row = Assert.Single(Reports.Rows(
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing", "Failed").With("ErrorCode", "InternalError"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing", "Completed").With("RequestedAt", "2026-11-23T16:00:00Z"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "InSync")).Copies);

        Assert.Equal(ReportState.Ready, row.State);
        Assert.Equal(ReportState.Missing, row.Found);
        Assert.Null(row.Error);
        Assert.NotNull(row.RequestedAt);
    }

    [Fact]
    public void The_same_version_in_another_account_is_another_copy() => Assert.Equal(2, Reports.Rows(
        SampleRow.Plan("web", "web-1", "ap-shanghai", "InSync"),
        SampleRow.Plan("web", "web-1", "ap-shanghai", "InSync", account: "prod")).Copies.Count);

    [Fact]
    public void Tests_and_publications_are_recognized_by_their_columns()
    {
        var rows = SampleReports.Small();

        Assert.Equal(2, rows.Tests.Count);
        Assert.Equal("web-template", Assert.Single(rows.Publications).Name);
    }

    [Theory]
    [InlineData("Published", ReportState.Ready)]
    [InlineData("RolledBack", ReportState.Failed)]
    [InlineData("InProgress", ReportState.Copying)]
    [InlineData("NotStarted", ReportState.Planned)]
    [InlineData("Undone", ReportState.Removed)]
    [InlineData("Inconclusive", ReportState.Unknown)]
    public void The_status_of_a_publication_or_a_test_has_a_colour(string status, ReportState state) => Assert.Equal(
        state, Reports.Rows(new SampleRow { ["TargetId"] = "lt-9bxebleo", ["Status"] = status }).Publications.Single().State);

    [Fact]
    public void Other_objects_are_not_rows()
    {
        var rows = new ReportRows();

        Assert.False(rows.Add(new SampleRow { ["Name"] = "file.txt", ["Length"] = "5" }.Columns));
        Assert.False(rows.Add(new SampleRow { ["ImageId"] = "img-6zwtsce3", ["Region"] = "ap-shanghai", ["ImageName"] = "web" }.Columns));
        Assert.Empty(rows.Copies);
    }
}
