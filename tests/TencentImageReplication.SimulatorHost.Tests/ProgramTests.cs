using System.Diagnostics;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>The program as a process: its exit codes and its output.</summary>
public class ProgramTests
{
    [SkippableOnWindowsTheory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_cleanly(string signal)
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(
            HostProcess.Host("--urls", "http://127.0.0.1:0"),
            async process =>
            {
                var (killed, _, _) = await HostProcess.RunAsync(new ProcessStartInfo("kill", ["-" + signal, $"{process.Id}"]));
                Assert.Equal(0, killed);
            });

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("Simulated CVM service at http://127.0.0.1:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_not_an_error()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(HostProcess.Host("--help"));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("--copy-duration", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_option_is_an_error_that_names_it()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(HostProcess.Host("--bogus"));

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("--bogus", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_scenario_is_reported_with_file_and_line()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "{\n  \"settings\": { \"imageQuota\": \"many\" }\n}");

            var (exitCode, output, error) = await HostProcess.RunAsync(HostProcess.Host("--scenario", path));

            Assert.Equal((2, ""), (exitCode, output));
            Assert.StartsWith($"{path}(2): ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_port_in_use_is_reported_without_a_stack_trace()
    {
        await using var running = await RunningServer.StartAsync();

        var (exitCode, _, error) = await HostProcess.RunAsync(HostProcess.Host("--urls", running.Server.Endpoint.OriginalString));

        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
