using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TencentImageReplication.Package.Tests.Shells;

namespace TencentImageReplication.Package.Tests;

/// <summary>Runs the files of a Pester suite, each in a process of its own and some at the same time, and reads their results.</summary>
/// <remarks>Whatever keeps a file from being tested is a failed test of that file.</remarks>
internal sealed class PesterSuite(Shell shell, string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // The longest file takes about two minutes on a busy machine, and twice that under Wine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs all files; a folder without any is an error.</summary>
    internal IEnumerable<PesterTest> Run()
    {
        var files = Directory.GetFiles(folder, "*.Tests.ps1");
        if (files.Length == 0)
            throw new InvalidOperationException($"There is no *.Tests.ps1 in {folder}.");
        Array.Sort(files, StringComparer.Ordinal);
        if (shell.Missing is { } reason)
            return [new PesterTest(shell.Name, "*", "The shell can be started", PesterOutcome.Failed, reason)];

        // The largest files first, so that none of them is left at the end. The results are in the order of the names.
        var waiting = new ConcurrentQueue<string>(files.OrderByDescending(file => new FileInfo(file).Length));
        var results = new ConcurrentDictionary<string, List<PesterTest>>(StringComparer.Ordinal);
        var lanes = Enumerable.Range(0, shell.Lanes).Select(lane => Task.Factory.StartNew(() => RunLane(lane), TaskCreationOptions.LongRunning));
        Task.WaitAll([.. lanes]);
        return files.SelectMany(file => results[file]).ToList();

        void RunLane(int lane)
        {
            while (waiting.TryDequeue(out var file))
                results[file] = Run(file, lane);
        }
    }

    private List<PesterTest> Run(string file, int lane)
    {
        var name = Path.GetFileName(file);
        var resultFile = Path.Combine(shell.TemporaryFolder, $"{Guid.NewGuid():N}.json");
        try
        {
            var (exitCode, output) = RunShell(file, resultFile, lane);
            var ended = exitCode is null ? $"It did not end within {Patience.TotalMinutes} minutes." : $"It ended with exit code {exitCode}.";
            if (exitCode is null || !File.Exists(resultFile))
                return [new PesterTest(shell.Name, name, "Leaves a result", PesterOutcome.Failed, $"{ended}\n{output}")];

            var result = JsonSerializer.Deserialize<SuiteResult>(File.ReadAllText(resultFile), Json)!;
            var tests = result.Tests.Select(test => new PesterTest(shell.Name, name, test.Name, OutcomeOf(test), MessageOf(test)))
                .Concat(result.Problems.Select(problem =>
                    new PesterTest(shell.Name, name, "Runs as a whole", PesterOutcome.Failed, problem))).ToList();
            // Pester tells by its exit code whether all went well: if the tests tell another story, some of it is missing.
            var allIsWell = tests.Count > 0 && tests.TrueForAll(test => test.Outcome != PesterOutcome.Failed);
            if (allIsWell != (exitCode == 0) || tests.Count == 0)
                tests.Add(new PesterTest(shell.Name, name, "Agrees with its exit code", PesterOutcome.Failed, $"{ended}\n{output}"));
            return tests;
        }
        finally
        {
            File.Delete(resultFile);
        }
    }

    private (int? ExitCode, string Output) RunShell(string file, string resultFile, int lane)
    {
        var start = shell.Start(
        [
            "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", shell.PathOf(Path.Combine(BuildFacts.Suite, "Invoke-Suite.ps1")),
            "-Path", shell.PathOf(file), "-ResultFile", shell.PathOf(resultFile), "-Pester", shell.PathOf(BuildFacts.Pester),
        ], lane);
        // Not closed before the end: a terminal that Wine is given ends with its input.
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Environments.Clean(start.Environment);
        start.Environment["TCC_TEST_PACKAGE"] = shell.PathOf(BuildFacts.Package);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            lock (output)
                return (null, output.ToString());
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Add(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    private static PesterOutcome OutcomeOf(TestResult test) => test.Result switch
    {
        "Passed" => PesterOutcome.Passed,
        "Skipped" => PesterOutcome.Skipped,
        _ => PesterOutcome.Failed,
    };

    private static string MessageOf(TestResult test) =>
        string.IsNullOrWhiteSpace(test.Message) ? $"Pester calls it {test.Result}, and gives no reason." : test.Message;

    private sealed record SuiteResult(IReadOnlyList<TestResult> Tests, IReadOnlyList<string> Problems);

    private sealed record TestResult(string Name, string Result, string? Message);
}
