using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Sections;
using TencentImageReplication.Report.Tests.Support;

namespace TencentImageReplication.Report.Tests.Sections;

public class ReportPageTests
{
    [Fact]
    public void A_surplus_version_does_not_hide_the_newest_one()
    {
        var page = Page(Reports.Rows(
            SampleRow.Plan("web", "web-2", "ap-shanghai", "InSync").With("SourceCreatedTime", "2026-11-01T00:00:00Z"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Surplus").With("SourceCreatedTime", "2026-10-01T00:00:00Z")));

        var cell = page.Matrix.Rows.Single().Cells.Single();
        Assert.Equal("ready", cell.Chip.Word);
        Assert.Equal("2 versions", cell.Note);
    }

    [Fact]
    public void A_failure_of_any_version_shows()
    {
        var page = Page(Reports.Rows(
            SampleRow.Plan("web", "web-2", "ap-shanghai", "InSync"), SampleRow.Plan("web", "web-1", "ap-shanghai", "Surplus", "Failed")));

        Assert.Equal("failed", page.Matrix.Rows.Single().Cells.Single().Chip.Word);
    }

    [Fact]
    public void Regions_are_in_the_order_of_the_catalog_and_accounts_show_only_when_there_are_several()
    {
        var one = Page(Reports.Rows(SampleRow.Copy("web", "ap-singapore"), SampleRow.Copy("web", "xx-new"), SampleRow.Copy("web", "ap-shanghai")));
        var two = Page(Reports.Rows(
            SampleRow.Plan("web", "1", "ap-shanghai", "InSync", account: "prod"), SampleRow.Plan("web", "1", "ap-shanghai", "InSync")));

        Assert.Equal(["ap-shanghai", "ap-singapore", "xx-new"], one.Matrix.Columns.Select(column => column.Label));
        Assert.Equal(["ap-shanghai (self)", "ap-shanghai (prod)"], two.Matrix.Columns.Select(column => column.Label));
    }

    [Fact]
    public void Storage_is_what_is_kept_with_its_change()
    {
        var storage = Page(SampleReports.Small()).Storage;

        // Two new copies, two that were there, one that is not published, one that differs and one that is held; one was deleted.
        Assert.Equal(("7", "350", "+100", "−50", "+50"), (storage.Total.Copies, storage.Total.Kept, storage.Total.Added, storage.Total.Removed, storage.Total.Coming));
        Assert.Equal("+50", storage.Change);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Failed")]
    [InlineData("TimedOut")]
    public void A_copy_that_is_not_published_is_kept(string status)
    {
        var storage = Page(Reports.Rows(SampleRow.Plan("web", "web-1", "ap-shanghai", "Outdated", status))).Storage;

        Assert.Equal(("1", "50", "", ""), (storage.Total.Copies, storage.Total.Kept, storage.Total.Added, storage.Total.Coming));
    }

    [Fact]
    public void A_copy_that_is_not_published_is_a_difference_after_what_is_missing()
    {
        var page = Page(Reports.Rows(
            SampleRow.Plan("api", "api-1", "ap-shanghai", "Outdated").With("Action", "Verify, Publish").With("Reason", "launch template 'api' starts from img-1"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing"),
            SampleRow.Plan("db", "db-1", "ap-shanghai", "InSync")));

        Assert.Equal(["missing", "not published", "ready"], page.Matrix.Legend.Select(chip => chip.Word));
        Assert.Equal(["ready 1 / 3", "missing 1", "not published 1"], page.Tiles.SkipLast(1).Select(tile => $"{tile.Label} {tile.Value}"));
        Assert.Equal(
            ["web missing Copy missing ", "api not published Verify, Publish not published launch template 'api' starts from img-1"],
            page.Drift.Select(line => $"{line.Name} {line.Found.Word} {line.Action} {line.Now.Word} {line.Reason}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Failed")]
    public void The_bar_of_a_copy_ends_when_it_is_available_and_not_when_it_is_published(string status)
    {
        var bar = Page(Reports.Rows(
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing", "Completed").With("RequestedAt", "2026-11-23T16:00:00Z").With("CompletedAt", "2026-11-23T16:14:00Z"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Outdated", status))).Timelines.Single().Bars.Single();

        Assert.Equal(("ready after 14 min", "good"), (bar.Text, bar.Tone));
    }

    [Fact]
    public void A_later_difference_of_the_same_copy_replaces_the_earlier_one()
    {
        var line = Assert.Single(Page(Reports.Rows(
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing", "Completed").With("Reason", "after ap-beijing"),
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Outdated", "Completed").With("Action", "Publish"))).Drift);

        Assert.Equal(("not published", "Publish", "ready", ""), (line.Found.Word, line.Action, line.Now.Word, line.Reason));
    }

    [Fact]
    public void Accounts_of_results_show_only_when_there_are_several()
    {
        SampleRow Test(string account, string image) => new() { ["AccountId"] = account, ["Region"] = "ap-shanghai", ["ImageId"] = image, ["AgentStatus"] = "Online", ["Status"] = "Passed" };

        var one = Page(Reports.Rows(Test("100000000001", "img-1"), SampleRow.Plan("web", "web-1", "ap-shanghai", "InSync").With("AccountId", "100000000001")));
        var two = Page(Reports.Rows(
            Test("100000000001", "img-1"), Test("100000000002", "img-2"), SampleRow.Plan("web", "web-1", "ap-shanghai", "InSync").With("AccountId", "100000000001")));

        Assert.Equal(["ap-shanghai"], one.Tests.Select(test => test.Place));
        Assert.Equal(["ap-shanghai (self)", "ap-shanghai (100000000002)"], two.Tests.Select(test => test.Place));
    }

    [Fact]
    public void A_reused_copy_adds_nothing_and_has_no_bar()
    {
        var page = Page(Reports.Rows(SampleRow.Copy("web", "ap-shanghai").With("Reused", "True")));

        Assert.Equal("0", page.Storage.Change);
        Assert.Empty(page.Timelines);
    }

    [Fact]
    public void All_timelines_have_one_axis()
    {
        var page = Page(Reports.Rows(
            SampleRow.Copy("web", "ap-shanghai", minutes: 10), SampleRow.Copy("web", "ap-beijing", minutes: 40), SampleRow.Copy("db", "ap-beijing", "Copying")));

        Assert.Equal(["16:00:00", "16:20:00", "16:40:00"], page.Ticks);
        Assert.Equal([250, 1000, 1000], page.Timelines.SelectMany(timeline => timeline.Bars).Select(bar => bar.X + bar.Width).Order());
    }

    [Fact]
    public void Differences_are_one_line_for_all_regions_that_have_them()
    {
        var line = Assert.Single(Page(Reports.Rows(
            SampleRow.Plan("web", "web-1", "ap-shanghai", "Missing"), SampleRow.Plan("web", "web-1", "ap-beijing", "Missing"),
            SampleRow.Plan("db", "db-1", "ap-beijing", "InSync"))).Drift);

        Assert.Equal(("web", "ap-shanghai, ap-beijing", "Copy"), (line.Name, string.Join(", ", line.Regions), line.Action));
    }

    [Fact]
    public void A_copy_whose_name_an_earlier_image_has_is_a_difference() => Assert.Equal(
        "img-old11111 has the name",
        Assert.Single(Page(Reports.Rows(SampleRow.Copy("web", "ap-shanghai", "Failed").With("StaleImageId", "img-old11111"))).Drift).Reason);

    [Fact]
    public void Failures_are_grouped_by_their_code_with_advice()
    {
        var groups = Page(SampleReports.Small()).Failures;

        Assert.Equal(["ClientError.NetworkError", "ImageQuotaLimitExceeded", "ScriptFailed"], groups.Select(group => group.Code));
        Assert.Equal("advice about ImageQuotaLimitExceeded", groups[1].Advice);
        Assert.Equal("5a8e0c5f-2b5f-4d0c-9a63-0d3f4c0b9f11", groups[1].Lines.Single().RequestId);
    }

    private static ReportPage Page(ReportRows rows) => new(rows, null, Reports.Now, error => $"advice about {error.Code}");
}
