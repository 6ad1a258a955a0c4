using System.Text.RegularExpressions;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Tests.Support;

namespace TencentImageReplication.Report.Tests.Rendering;

public partial class HtmlReportTests
{
    // All elements and attributes that the page may have. A name that became one of another kind would show here.
    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "p", "ul", "li", "span", "small",
        "div", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "code", "b", "strong", "details", "summary", "pre", "svg", "path", "rect",
    ];

    [Fact]
    public void Hostile_names_stay_names()
    {
        var page = Reports.Html(SampleReports.Hostile(), SampleReports.HostileNames[0]);

        Assert.Empty(Element().Matches(WithoutStyle(page)).Select(match => match.Groups[1].Value).Distinct().Except(Elements));
        Assert.DoesNotContain("onerror=\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;document.title", page, StringComparison.Ordinal);
        Assert.Contains("{{ 7 | times: 6 }}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_characters_are_written_out()
    {
        var page = Reports.Html(SampleReports.Hostile());

        Assert.DoesNotContain(page, c => c is '\u202e' or '\u202b' or '\u200b' or '\u001b' or '\u0007');
        Assert.Contains("\\u202egnissecorp", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_are_cut() => Assert.DoesNotMatch("(<h3>|<th scope=\"row\">|<b>|<code>)[^<]*W{200}", Reports.Html(SampleReports.Hostile()));

    [Fact]
    public void The_page_loads_and_runs_nothing()
    {
        var page = Reports.Html(SampleReports.Small());

        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<link|<iframe|<img|src=|href=|url\\(|@import| style=| on[a-z]+=", page);
    }

    [Fact]
    public void A_report_without_rows_says_so() =>
        Assert.Contains("The command received no rows.", Reports.Html(new ReportRows()), StringComparison.Ordinal);

    [Fact]
    public void The_title_can_be_given()
    {
        Assert.Contains("<h1>Nightly &lt;run&gt;</h1>", Reports.Html(SampleReports.Small(), "Nightly <run>"), StringComparison.Ordinal);
        Assert.Contains("<h1>Replication of images</h1>", Reports.Html(SampleReports.Small()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_variable_has_a_value() => Assert.DoesNotMatch("\\{\\{|\\{%", WithoutStyle(Reports.Html(SampleReports.Small())));

    [Fact]
    public void Texts_are_Chinese_in_that_culture()
    {
        var page = Reports.InChinese(() => Reports.Html(SampleReports.Small()));

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("镜像复制报告", page, StringComparison.Ordinal);
        Assert.Contains("生成时间：2026-11-23 18:00。所有时间均为 UTC。", page, StringComparison.Ordinal);
        Assert.Contains("测试、发布", page, StringComparison.Ordinal);
        Assert.Contains("类型 启动模板；ID lt-9bxebleo；", page, StringComparison.Ordinal);
        Assert.Equal(["GiB", "ID", "UTC"], EnglishWords(page));
    }

    // The words of the texts of a page, without names, IDs, codes and the output of a script.
    private static IEnumerable<string> EnglishWords(string page) =>
        Word().Matches(Markup().Replace(Literal().Replace(WithoutStyle(page), ""), " ")).Select(match => match.Value)
            .Except(["Online", "SUCCESS", "FAILED", "USD", "api", "env", "prod", "test"])
            .Distinct().Order(StringComparer.Ordinal);

    [Fact]
    public void A_large_report_is_less_than_a_megabyte() => Assert.InRange(Reports.Html(SampleReports.Large()).Length, 100_000, 1_000_000);

    private static string WithoutStyle(string page) => Style().Replace(page, "");

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<(code|pre|title)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    // Names and IDs have digits or a hyphen.
    [GeneratedRegex("(?<![A-Za-z0-9-])[A-Za-z]+(?![A-Za-z0-9-])")]
    private static partial Regex Word();

    [GeneratedRegex("<([A-Za-z][A-Za-z0-9]*)")]
    private static partial Regex Element();
}
