using Xunit.Abstractions;

namespace TencentImageReplication.FaultRuns.Tests;

/// <summary>Plays thousands of replication runs, each with its own faults: no copy is lost, and none is created twice.</summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    // Each process has one thread, and build machines have at least two cores. SingleRunTests run beside these.
    private const int Processes = 2;

    [Theory]
    [InlineData("--seeds", "--replay", 10_000)]
    [InlineData("--plans", "--replay-plan", 2_000)]
    [InlineData("--rollouts", "--replay-rollout", 500)]
    [InlineData("--tests", "--replay-test", 500)]
    public async Task Thousands_of_schedules_keep_the_promises(string play, string replay, int schedules)
    {
        var share = schedules / Processes;
        var runs = await Task.WhenAll(Enumerable.Range(0, Processes).Select(
            index => FaultRunProcess.RunAsync(play, $"{index * share}..{((index + 1) * share) - 1}")));

        foreach (var run in runs)
            output.WriteLine(run.Output.TrimEnd());
        var failures = runs.Where(run => run.ExitCode != 0).Select(run => run.Output).ToArray();
        Assert.True(
            failures.Length == 0,
            $"{string.Join('\n', failures)}\nTo see what happens in a schedule: dotnet run --project tests/TencentImageReplication.FaultRuns -- {replay} SEED --trace");
    }
}
