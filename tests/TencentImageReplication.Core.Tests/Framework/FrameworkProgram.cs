using System.Diagnostics;
using System.Reflection;

namespace TencentImageReplication.Core.Tests.Framework;

/// <summary>Runs the program that does the main job on the .NET Framework.</summary>
internal static class FrameworkProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static bool MonoIsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "mono")));

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync()
    {
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "FrameworkProgram").Value!;
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(program) : new ProcessStartInfo("mono", [program]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
