using Xunit.Abstractions;

namespace TencentImageReplication.FaultRuns.Tests;

/// <summary>Checks what single runs measure, and that the program repeats a run in every detail.</summary>
public sealed class SingleRunTests(ITestOutputHelper output)
{
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
