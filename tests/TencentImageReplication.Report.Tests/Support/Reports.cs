using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Tests.Support;

/// <summary>Creates reports of sample rows.</summary>
internal static class Reports
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    internal static ReportRows Rows(params IEnumerable<SampleRow> rows)
    {
        var all = new ReportRows();
        foreach (var row in rows)
            Assert.True(all.Add(row.Columns));
        return all;
    }

    internal static string Html(params IEnumerable<SampleRow> rows) => Html(Rows(rows));

    internal static string Html(ReportRows rows, string? title = null) =>
        HtmlReport.Create(rows, title, Now, error => error.Code.StartsWith("ImageQuota", StringComparison.Ordinal) ? "Remove images that you do not need." : null);
}
