using Xunit.Abstractions;

namespace TencentImageReplication.FaultRuns.Tests;

/// <summary>Plays thousands of replication runs, each with its own faults: no copy is lost, and none is created twice.</summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    // Each process has one thread, and build machines have at least two cores.
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

    [Fact]
    public async Task Ten_thousand_copies_are_requested_at_the_rate_limit_and_polled_with_few_calls()
    {
        var run = await FaultRunProcess.RunAsync("--scale");

        output.WriteLine(run.Output.TrimEnd());
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task A_region_that_stalls_or_fails_holds_up_no_other()
    {
        var run = await FaultRunProcess.RunAsync("--slow-regions");

        output.WriteLine(run.Output.TrimEnd());
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Theory]
    [InlineData("--replay", "row img-src00000")]
    [InlineData("--replay-plan", "row golden0-")]
    public async Task The_same_seed_repeats_a_run_in_every_detail(string replay, string row)
    {
        const string Seed = "7";
        var first = await FaultRunProcess.RunAsync(replay, Seed, "--trace");
        var second = await FaultRunProcess.RunAsync(replay, Seed, "--trace");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains(row, first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("--seeds")]
    [InlineData("--plans")]
    public async Task The_same_seeds_have_the_same_digest_in_every_process(string play)
    {
        var first = await FaultRunProcess.RunAsync(play, "20000..20099");
        var second = await FaultRunProcess.RunAsync(play, "20000..20099");

        Assert.Equal(0, first.ExitCode);
        Assert.Matches("digest [0-9a-f]{16}", first.Output);
        Assert.Equal(DigestOf(first.Output), DigestOf(second.Output));

        static string DigestOf(string text) => text[text.IndexOf("digest", StringComparison.Ordinal)..].Trim();
    }

    [Theory]
    [InlineData("--seeds", "5")]
    [InlineData("--seeds", "9..1")]
    [InlineData("--replay", "x")]
    [InlineData("--whatever", "1")]
    public async Task A_wrong_command_line_shows_the_usage(params string[] arguments)
    {
        var run = await FaultRunProcess.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--seeds FROM..TO", run.Output, StringComparison.Ordinal);
    }
}
