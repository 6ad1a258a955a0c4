using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TencentImageReplication.Browser.Tests.Support;
using TencentImageReplication.Report.Tests.Support;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Browser.Tests;

/// <summary>The report as people see it.</summary>
public sealed class ReportInBrowserTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int Wide = 1280;
    private const int Narrow = 400;

    // The width of A4 in landscape without its margins, in CSS pixels.
    private const int Paper = 1032;

    private static readonly Dictionary<string, Func<string>> Samples = new(StringComparer.Ordinal)
    {
        ["small"] = () => Reports.Html(SampleReports.Small()),
        ["large"] = () => Reports.Html(SampleReports.Large()),
        ["hostile"] = () => Reports.Html(SampleReports.Hostile(), SampleReports.HostileNames[0]),
        ["small-zh"] = () => Reports.InChinese(() => Reports.Html(SampleReports.Small())),
        ["large-zh"] = () => Reports.InChinese(() => Reports.Html(SampleReports.Large())),
        ["hostile-zh"] = () => Reports.InChinese(() => Reports.Html(SampleReports.Hostile(), SampleReports.HostileNames[0])),
    };

    [SkippableTheory]
    [InlineData("small", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("small", Wide, ColorScheme.Dark, Media.Screen)]
    [InlineData("small", Narrow, ColorScheme.Dark, Media.Screen)]
    [InlineData("small", Paper, ColorScheme.Dark, Media.Print)]
    [InlineData("large", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("large", Narrow, ColorScheme.Light, Media.Screen)]
    [InlineData("large", Paper, ColorScheme.Light, Media.Print)]
    [InlineData("hostile", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("hostile", Narrow, ColorScheme.Light, Media.Screen)]
    [InlineData("hostile", Paper, ColorScheme.Light, Media.Print)]
    [InlineData("small-zh", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("small-zh", Narrow, ColorScheme.Light, Media.Screen)]
    [InlineData("small-zh", Paper, ColorScheme.Light, Media.Print)]
    [InlineData("large-zh", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("large-zh", Narrow, ColorScheme.Light, Media.Screen)]
    [InlineData("large-zh", Paper, ColorScheme.Light, Media.Print)]
    [InlineData("hostile-zh", Wide, ColorScheme.Light, Media.Screen)]
    [InlineData("hostile-zh", Narrow, ColorScheme.Light, Media.Screen)]
    [InlineData("hostile-zh", Paper, ColorScheme.Light, Media.Print)]
    public async Task A_report_fits_its_window_and_runs_nothing(string sample, int width, ColorScheme scheme, Media media)
    {
        var html = Samples[sample]();
        await using var report = await OpenReport.OpenAsync(session.Browser, html, width, scheme, media);

        await report.SaveAsync($"{sample}-{width}-{scheme}-{media}");

        Assert.Equal(0, await report.OverflowAsync());
        Assert.Empty(report.Complaints);
        Assert.NotEqual("broken", await report.Page.TitleAsync());
        Assert.Equal(width != Narrow, await report.Page.Locator(".wide").IsVisibleAsync());
        Assert.Equal(width == Narrow, await report.Page.Locator(".narrow").IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Hostile_names_are_read_as_they_are()
    {
        await using var report = await OpenReport.OpenAsync(session.Browser, Samples["hostile"](), Wide);

        var headings = await report.Page.Locator(".matrix tbody th").AllTextContentsAsync();

        Assert.Contains("<script>document.title='broken'</script>", headings);
        Assert.Contains("\"><img src=x onerror=\"document.title='broken'\">", headings);
        Assert.Contains("golden web  &amp; &lt;b&gt; \ufffd", headings);
        Assert.Equal(0, await report.Page.Locator("script, img, link, iframe, a, form").CountAsync());
    }

    [SkippableFact]
    public async Task The_policy_of_the_page_stops_a_script()
    {
        // A script in the place of the title, as if the encoder had let it through.
        var html = Samples["small"]().Replace("</main>", "<script>document.title = 'ran'</script></main>", StringComparison.Ordinal);
        await using var report = await OpenReport.OpenAsync(session.Browser, html, Wide);

        Assert.NotEqual("ran", await report.Page.TitleAsync());
        Assert.Contains(report.Complaints, text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("small", Wide, ColorScheme.Light)]
    [InlineData("small", Wide, ColorScheme.Dark)]
    [InlineData("small", Narrow, ColorScheme.Light)]
    [InlineData("small-zh", Wide, ColorScheme.Light)]
    [InlineData("small-zh", Wide, ColorScheme.Dark)]
    [InlineData("small-zh", Narrow, ColorScheme.Light)]
    public async Task Contrast_landmarks_and_tables_are_right(string sample, int width, ColorScheme scheme)
    {
        await using var report = await OpenReport.OpenAsync(session.Browser, Samples[sample](), width, scheme);

        var result = await report.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] },
        });

        Assert.Contains(result.Passes, rule => rule.Id == "color-contrast");
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Take(3).Select(node => $"{rule.Id}: {node.Html}")));
    }

    [SkippableTheory]
    [InlineData("small-zh")]
    [InlineData("large-zh")]
    [InlineData("hostile-zh")]
    public async Task Chinese_words_are_not_split_in_narrow_columns(string sample)
    {
        await using var report = await OpenReport.OpenAsync(session.Browser, Samples[sample](), Narrow);

        // The lines of each word are the rectangles of its text. A font without Chinese characters has boxes of the same width.
        var split = await report.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.numbers thead th')].filter(head => {
                const range = document.createRange();
                range.selectNodeContents(head);
                return range.getClientRects().length > head.textContent.split(' ').length;
            }).map(head => head.textContent)
            """);

        Assert.Equal(6, await report.Page.Locator(".numbers thead th").CountAsync());
        Assert.Empty(split);
    }

    [SkippableFact]
    public async Task A_large_report_prints_on_a_few_pages()
    {
        await using var report = await OpenReport.OpenAsync(session.Browser, Samples["large"](), Wide);

        var pdf = await report.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

        await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "TestResults", "report", "large.pdf"), pdf);
        Assert.InRange(PagesOf(pdf), 4, 20);
    }

    private static int PagesOf(byte[] pdf) => System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
}
