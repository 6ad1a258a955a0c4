namespace TencentImageReplication.Core.Tests.Framework;

/// <summary>
/// What Windows PowerShell 5.1 would load, run without it: the netstandard2.0 build of the engine and the simulator.
/// </summary>
public sealed class FrameworkTests
{
    [FrameworkFact]
    public async Task The_main_job_runs_on_the_framework()
    {
        var (exitCode, output, error) = await FrameworkProgram.RunAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("ok: the simulator holds four copies", output, StringComparison.Ordinal);
        Assert.Contains("ok: the report of the copies is rendered", output, StringComparison.Ordinal);
    }
}
