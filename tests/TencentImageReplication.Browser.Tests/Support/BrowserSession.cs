using Microsoft.Playwright;

namespace TencentImageReplication.Browser.Tests.Support;

/// <summary>One browser for all tests.</summary>
public sealed class BrowserSession : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser. The test is skipped if there is none.</summary>
    internal IBrowser Browser
    {
        get
        {
            Skip.If(_browser is null, BrowserFinder.Missing);
            return _browser!;
        }
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (BrowserFinder.Find() is not { } path)
        {
            await Console.Error.WriteLineAsync(BrowserFinder.Missing);
            return;
        }

        _playwright = await Playwright.CreateAsync();
        // The sandbox of Chromium does not work for root, as in a container. It opens only files that these tests write.
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = ["--no-sandbox"] });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
