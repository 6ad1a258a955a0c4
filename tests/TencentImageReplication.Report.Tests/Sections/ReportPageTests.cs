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

        // Two new copies, one that was there, one that differs and one that is held; one was deleted.
        Assert.Equal(("5", "250", "+100", "−50", "+50"), (storage.Total.Copies, storage.Total.Kept, storage.Total.Added, storage.Total.Removed, storage.Total.Coming));
        Assert.Equal("+50", storage.Change);
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
