using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Tests.Rows;

public class JournalTests
{
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

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("text")]
    [InlineData("""{"Event":"ended"}""")]
    public void Other_lines_are_no_entries(string line) => Assert.Equal([1], new ReportRows().AddJournal(new StringReader(line)));
}
