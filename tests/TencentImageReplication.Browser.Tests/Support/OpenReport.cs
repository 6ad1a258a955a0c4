using Microsoft.Playwright;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Browser.Tests.Support;

/// <summary>A report that is open in a browser.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tcc-report-");
    private readonly IBrowserContext _context;

    private OpenReport(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add(dialog.Message);
        page.Request += (_, request) => _complaints.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) ? [] : [request.Url]);
    }

    internal IPage Page { get; }

    /// <summary>Everything that the page tried to run, load or say: nothing.</summary>
    internal IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The number of pixels that the page is wider than the window.</summary>
    internal Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    internal static async Task<OpenReport> OpenAsync(
        IBrowser browser, string html, int width, ColorScheme scheme = ColorScheme.Light, Media media = Media.Screen)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        var report = new OpenReport(context, await context.NewPageAsync());
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = scheme });
        var path = Path.Combine(report._folder.FullName, "report.html");
        await File.WriteAllTextAsync(path, html);
        await report.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>Leaves a screenshot where people can look at it.</summary>
    internal Task SaveAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Repository.Root, "TestResults", "report", name + ".png"),
        FullPage = true,
    });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _folder.Delete(recursive: true);
    }
}
