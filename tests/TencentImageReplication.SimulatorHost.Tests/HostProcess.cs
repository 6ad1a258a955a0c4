using System.Diagnostics;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>Runs programs to their end and returns their output.</summary>
internal static class HostProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static ProcessStartInfo Host(params string[] arguments)
    {
        string[] command = ["dotnet", typeof(Program).Assembly.Location, .. arguments];
        // A test run in the background ignores SIGINT, and so would the programs that it starts.
        if (OperatingSystem.IsLinux())
            command = ["env", "--default-signal=INT", .. command];
        return new(command[0], command[1..]);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="started">The action after its first line of output; null for none.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(ProcessStartInfo start, Func<Process, Task>? started = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var first = "";
            if (started is not null)
            {
                first = await process.StandardOutput.ReadLineAsync(patience.Token);
                await started(process);
            }
            var output = first + await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
