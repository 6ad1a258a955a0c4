using Microsoft.Playwright;
using TencentImageReplication.Browser.Tests.Support;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Browser.Tests;

/// <summary>The picture in README: a report of a run on the simulator.</summary>
public sealed class PictureTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const string Update = "UPDATE_PICTURE";
    private const string FullRegion = "ap-chengdu";
    private const int MaxSize = 150 * 1024;

    private const string Plan = """
        @{ PlanVersion = 1
           Source   = @{ Region = 'ap-guangzhou' }
           Families = @(
             @{ Name = 'golden-web'; ImageName = 'golden-web-*'
                Targets   = @{ Regions = 'ap-shanghai', 'ap-nanjing', 'ap-beijing', 'ap-chengdu' }
                Retention = @{ KeepVersions = 1 } },
             @{ Name = 'golden-db'; ImageName = 'golden-db-*'; Targets = @{ Regions = 'ap-shanghai', 'ap-beijing', 'ap-chengdu' } },
             @{ Name = 'win-base'; ImageName = 'win-base-*'; Targets = @{ Regions = 'ap-shanghai', 'ap-nanjing', 'ap-beijing' } }) }
        """;

    private static readonly string Picture = Path.Combine(Repository.Root, "docs", "report.png");

    [SkippableFact]
    public async Task A_run_on_the_simulator_becomes_the_picture()
    {
        var browser = session.Browser;
        var html = ReportOfRun();

        await using var report = await OpenReport.OpenAsync(browser, html, 1000);
        var picture = await report.Page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { Width = 1000, Height = 960 }, FullPage = true });

        Assert.Empty(report.Complaints);
        Assert.InRange(picture.Length, 10_000, MaxSize);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            await File.WriteAllBytesAsync(Picture, picture);
    }

    [Fact]
    public void The_picture_is_small_and_README_shows_it()
    {
        Assert.InRange(new FileInfo(Picture).Length, 10_000, MaxSize);
        Assert.Contains("(docs/report.png)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    // A night with a new version of a family, a region that is full, and an old version that goes.
    private static string ReportOfRun()
    {
        using var folder = new PlanFolder();
        using var shell = new CloudShell();
        folder.Write("images.psd1", Plan);
        shell.Set("folder", folder.Path);
        shell.Cloud.Options.CopyDurationSpread = TimeSpan.FromMinutes(16);
        shell.AddImage("golden-web-2025");
        shell.Run("Sync-TccReplicationPlan $folder/images.psd1 -Confirm:$false");
        shell.AddImage("golden-web-2026");
        shell.AddImage("golden-db-2026");
        shell.Cloud.Options.ImageQuotas[FullRegion] = shell.Cloud.Images().Count(image => image.Region == FullRegion);
        var result = shell.Run("""
            Sync-TccReplicationPlan $folder/images.psd1 -Prune -Confirm:$false -JournalPath $folder/sync.jsonl -ErrorAction SilentlyContinue |
                Export-TccReplicationReport $folder/report.html -JournalPath $folder/sync.jsonl -Title 'Nightly replication'
            """);
        Assert.DoesNotContain(result.Errors, error => error.FullyQualifiedErrorId.Contains("ExportTcc", StringComparison.Ordinal));
        return File.ReadAllText(Path.Combine(folder.Path, "report.html"));
    }
}
