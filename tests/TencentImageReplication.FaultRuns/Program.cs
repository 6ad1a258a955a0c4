using System.Diagnostics;
using System.Globalization;
using TencentImageReplication.FaultRuns.Plans;
using TencentImageReplication.FaultRuns.Rollouts;
using TencentImageReplication.FaultRuns.Testing;

namespace TencentImageReplication.FaultRuns;

internal static class Program
{
    private const string Usage = """
        Plays random runs of replication against the simulator in virtual time, and checks what was promised.
          --seeds FROM..TO     play the schedules of these seeds, both included
          --replay SEED        play one schedule
          --plans FROM..TO     play nights of replication plans with these seeds, both included
          --replay-plan SEED   play the nights of one plan
          --rollouts FROM..TO  publish images and undo it with these seeds, both included
          --replay-rollout SEED  play one rollout
          --tests FROM..TO     play tests of images with these seeds, both included
          --replay-test SEED   play the tests of one seed
          --scale              copy 500 images to 20 regions without faults, and tell how near that comes to the least time
          --slow-regions       measure how much a region that stalls, fails or is throttled holds up the others
          --trace              with one of the replays: tell everything that happens
        Exit code 0: everything was held. 1: something was not; the seeds are told. 2: the command line is wrong.
        """;

    /// <summary>The maximum number of failing seeds that are written; the others are only counted.</summary>
    private const int MaxFailuresWritten = 20;

    private static async Task<int> Main(string[] arguments)
    {
        return arguments switch
        {
            ["--seeds", var range] when TryRead(range, out var from, out var to) => await PlayAsync(from, to),
            ["--replay", var seed] when TryRead(seed, out var one) => await ReplayAsync(one, null),
            ["--replay", var seed, "--trace"] when TryRead(seed, out var one) => await ReplayAsync(one, Console.Out),
            ["--plans", var range] when TryRead(range, out var from, out var to) => await PlayPlansAsync(from, to),
            ["--replay-plan", var seed] when TryRead(seed, out var one) => await ReplayPlanAsync(one, null),
            ["--replay-plan", var seed, "--trace"] when TryRead(seed, out var one) => await ReplayPlanAsync(one, Console.Out),
            ["--rollouts", var range] when TryRead(range, out var from, out var to) => await PlayRolloutsAsync(from, to),
            ["--replay-rollout", var seed] when TryRead(seed, out var one) => await ReplayRolloutAsync(one, null),
            ["--replay-rollout", var seed, "--trace"] when TryRead(seed, out var one) => await ReplayRolloutAsync(one, Console.Out),
            ["--tests", var range] when TryRead(range, out var from, out var to) => await PlayTestsAsync(from, to),
            ["--replay-test", var seed] when TryRead(seed, out var one) => await ReplayTestAsync(one, null),
            ["--replay-test", var seed, "--trace"] when TryRead(seed, out var one) => await ReplayTestAsync(one, Console.Out),
            ["--scale"] => await MeasureAsync(ScaleRun.PlayAsync),
            ["--slow-regions"] => await MeasureAsync(SlowRegionRun.PlayAsync),
            _ => ShowUsage(),
        };
    }

    private static async Task<int> PlayAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var figures = new RunFigures();
        var failures = 0;
        ulong digest = 0;
        for (var seed = from; seed <= to; seed++)
        {
            var result = await Playthrough.PlayAsync(seed);
            figures += result.Figures;
            digest = unchecked((digest * 31) + result.Digest);
            if (result.Violations.Count == 0)
                continue;
            if (++failures <= MaxFailuresWritten)
                WriteFailures(result.Seed, result.Violations);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"schedules {to - from + 1}, failed {failures}, processes {figures.Processes}, rows {figures.Requested}, calls {figures.Calls}, "
            + $"SyncImages {figures.CopyCalls}, faults {figures.Faults}, lost responses {figures.LostCopyResponses}, "
            + $"wrong responses {figures.Damaged}, bad texts {figures.BadTexts}, copies {figures.Copies}, instances {figures.Instances}, "
            + $"reused {figures.Reused}, failed rows {figures.Failed}, unknown {figures.Unknown}, seconds {watch.Elapsed.TotalSeconds:0}, digest {digest:x16}"));
        return failures == 0 ? 0 : 1;
    }

    private static async Task<int> PlayPlansAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var failures = 0;
        long calls = 0, copies = 0, deleted = 0, published = 0, refreshes = 0, tests = 0;
        ulong digest = 0;
        for (var seed = from; seed <= to; seed++)
        {
            var result = await PlanNights.PlayAsync(seed);
            (calls, copies, deleted) = (calls + result.Calls, copies + result.CopyCalls, deleted + result.Deleted);
            (published, refreshes, tests) = (published + result.Published, refreshes + result.Refreshes, tests + result.Tests);
            digest = unchecked((digest * 31) + result.Digest);
            if (result.Violations.Count > 0 && ++failures <= MaxFailuresWritten)
                WriteFailures(result.Seed, result.Violations);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"plans {to - from + 1}, failed {failures}, calls {calls}, SyncImages {copies}, deleted {deleted}, published {published}, refreshes {refreshes}, tests {tests}, seconds {watch.Elapsed.TotalSeconds:0}, digest {digest:x16}"));
        return failures == 0 ? 0 : 1;
    }

    private static async Task<int> PlayTestsAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var failures = 0;
        long calls = 0, instances = 0, results = 0;
        ulong digest = 0;
        for (var seed = from; seed <= to; seed++)
        {
            var result = await BootTestRun.PlayAsync(seed);
            (calls, instances, results) = (calls + result.Calls, instances + result.Instances, results + result.Results);
            digest = unchecked((digest * 31) + result.Digest);
            if (result.Violations.Count > 0 && ++failures <= MaxFailuresWritten)
                WriteFailures(result.Seed, result.Violations);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"tests {to - from + 1}, failed {failures}, calls {calls}, instances {instances}, results {results}, seconds {watch.Elapsed.TotalSeconds:0}, digest {digest:x16}"));
        return failures == 0 ? 0 : 1;
    }

    private static async Task<int> ReplayTestAsync(int seed, TextWriter? writer)
    {
        var result = await BootTestRun.PlayAsync(seed, writer);
        WriteFailures(seed, result.Violations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test {seed}, violations {result.Violations.Count}, digest {result.Digest:x16}"));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ReplayPlanAsync(int seed, TextWriter? writer)
    {
        var result = await PlanNights.PlayAsync(seed, writer);
        WriteFailures(seed, result.Violations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plan {seed}, violations {result.Violations.Count}, digest {result.Digest:x16}"));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> PlayRolloutsAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var failures = 0;
        long calls = 0, versions = 0, refreshes = 0, rollbacks = 0;
        ulong digest = 0;
        for (var seed = from; seed <= to; seed++)
        {
            var result = await RolloutNights.PlayAsync(seed);
            (calls, versions, refreshes, rollbacks) = (calls + result.Calls, versions + result.Versions, refreshes + result.Refreshes, rollbacks + result.Rollbacks);
            digest = unchecked((digest * 31) + result.Digest);
            if (result.Violations.Count > 0 && ++failures <= MaxFailuresWritten)
                WriteFailures(result.Seed, result.Violations);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"rollouts {to - from + 1}, failed {failures}, calls {calls}, versions {versions}, refreshes {refreshes}, rollbacks {rollbacks}, "
            + $"seconds {watch.Elapsed.TotalSeconds:0}, digest {digest:x16}"));
        return failures == 0 ? 0 : 1;
    }

    private static async Task<int> ReplayRolloutAsync(int seed, TextWriter? writer)
    {
        var result = await RolloutNights.PlayAsync(seed, writer);
        WriteFailures(seed, result.Violations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rollout {seed}, violations {result.Violations.Count}, digest {result.Digest:x16}"));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ReplayAsync(int seed, TextWriter? writer)
    {
        var result = await Playthrough.PlayAsync(seed, writer);
        WriteFailures(seed, result.Violations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, violations {result.Violations.Count}, digest {result.Digest:x16}"));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(Func<TextWriter, Task<IReadOnlyList<string>>> playAsync)
    {
        var violations = await playAsync(Console.Out);
        foreach (var violation in violations)
            Console.WriteLine($"FAILED: {violation}");
        return violations.Count == 0 ? 0 : 1;
    }

    private static void WriteFailures(int seed, IReadOnlyList<string> violations)
    {
        foreach (var violation in violations)
            Console.WriteLine($"FAILED seed {seed}: {violation}");
    }

    private static int ShowUsage()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    private static bool TryRead(string text, out int seed) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);

    private static bool TryRead(string range, out int from, out int to)
    {
        to = 0;
        var parts = range.Split("..");
        return TryRead(parts[0], out from) && parts.Length == 2 && TryRead(parts[1], out to) && to >= from;
    }
}
