namespace TencentImageReplication.Browser.Tests.Support;

/// <summary>Finds the browser of the system. Nothing is downloaded.</summary>
internal static class BrowserFinder
{
    /// <summary>The variable that names another browser.</summary>
    internal const string Variable = "TCC_TEST_BROWSER";

    internal const string Missing =
        "THERE IS NO BROWSER: the report was NOT looked at. Install Chromium (apt-get install chromium), or name one with " + Variable + ".";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <returns>The path; null if there is none.</returns>
    internal static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
