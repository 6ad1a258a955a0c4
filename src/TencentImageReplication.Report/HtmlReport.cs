using TencentImageReplication.Report.Rendering;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Sections;

namespace TencentImageReplication.Report;

/// <summary>Creates the report: one HTML file without scripts, that loads nothing.</summary>
public static class HtmlReport
{
    /// <summary>Creates the text of the file, in the language of the user.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="title">The title; null for the usual one.</param>
    /// <param name="createdAt">The time of the report.</param>
    /// <param name="advise">Returns the advice about an error; null for none.</param>
    public static string Create(ReportRows rows, string? title, DateTimeOffset createdAt, Func<RowError, string?> advise) =>
        PageTemplate.Render(new ReportPage(rows, title, createdAt, advise));
}
