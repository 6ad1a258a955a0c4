using System.Globalization;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Tests.Support;

/// <summary>Creates reports of sample rows.</summary>
internal static class Reports
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Runs work in the UI culture zh-CN.</summary>
    internal static T InChinese<T>(Func<T> work)
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    internal static ReportRows Rows(params IEnumerable<SampleRow> rows)
    {
        var all = new ReportRows();
        foreach (var row in rows)
            Assert.True(all.Add(row.Columns));
        return all;
    }

    internal static string Html(params IEnumerable<SampleRow> rows) => Html(Rows(rows));

    internal static string Html(ReportRows rows, string? title = null) =>
        HtmlReport.Create(rows, title, Now, error => error.Code.StartsWith("ImageQuota", StringComparison.Ordinal) ? Localized.Text("Remove images that you do not need.", "请删除不再需要的镜像。") : null);
}
