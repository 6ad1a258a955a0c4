using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>The official Node.js client, installed from the lock file into its folder.</summary>
internal static class NodeClient
{
    private static readonly string Folder = Path.GetFullPath(
        typeof(NodeClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(NodeClient)).Value!);

    public static bool IsAvailable => Find("node") is not null && Npm is not null;

    private static string? Npm => Find(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    public static async Task InstallAsync()
    {
        // npm writes this file after it has installed the whole lock file.
        var done = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (done.Exists && done.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            return;
        var (exitCode, output, error) = await HostProcess.RunAsync(
            new ProcessStartInfo(Npm!, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = Folder });
        Assert.True(exitCode == 0, $"npm ci: {output}{error}");
    }

    public static async Task<JsonElement> RunAsync(string script, SimulatorServer server)
    {
        var start = new ProcessStartInfo(Find("node")!, [script]) { WorkingDirectory = Folder };
        start.Environment["SIMULATOR_ENDPOINT"] = server.Endpoint.Authority;
        start.Environment["TENCENTCLOUD_SECRET_ID"] = SimulatedWorld.Owner.SecretId;
        start.Environment["TENCENTCLOUD_SECRET_KEY"] = SimulatedWorld.Owner.SecretKey;
        // The simulator is on this machine: the client must not use a proxy.
        foreach (var name in new[] { "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY" })
            start.Environment.Remove(name);
        var (exitCode, output, error) = await HostProcess.RunAsync(start);
        Assert.True(exitCode == 0, $"{script}: {output}{error}");
        return JsonDocument.Parse(output).RootElement;
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);
}
