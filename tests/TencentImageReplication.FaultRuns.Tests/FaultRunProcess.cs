using System.Diagnostics;
using System.Reflection;

namespace TencentImageReplication.FaultRuns.Tests;

/// <summary>Runs the program in a separate process.</summary>
internal static class FaultRunProcess
{
    // Only ends a run that hangs. These tests do not limit the time of a successful run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string Assembly = typeof(FaultRunProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "FaultRuns").Value!;

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
