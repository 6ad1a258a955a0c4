using System.Text.RegularExpressions;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Work stays with the scheduler that it was started on: <c>EngineThreads</c> alone goes to the thread pool.</summary>
public sealed partial class SchedulerTests
{
    private static readonly string[] Projects = ["TencentImageReplication", "TencentImageReplication.Core", "TencentImageReplication.Simulator"];

    [Fact]
    public void Nothing_in_the_source_takes_work_to_the_thread_pool()
    {
        var leaving = Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(file => Path.GetFileName(file) != "EngineThreads.cs")
            .SelectMany(file => File.ReadLines(file).Where(line => Leaves(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));

        Assert.Empty(leaving);
    }

    [Theory]
    [InlineData("await ReadAsync().ConfigureAwait(false);", true)]
    [InlineData("_ = Task.Run(() => { });", true)]
    [InlineData("private readonly SemaphoreSlim _gate = new(1);", true)]
    [InlineData("await source.CancelAsync();", true)]
    [InlineData("await ReadAsync();", false)]
    [InlineData("source.Cancel();", false)]
    public void What_leaves_is_recognized(string line, bool leaves) => Assert.Equal(leaves, Leaves(line));

    private static bool Leaves(string line) => Leaving().IsMatch(line);

    [GeneratedRegex(@"\.ConfigureAwait\(|\bTask\.Run\(|\bThreadPool\.|\bSemaphoreSlim\b|\.CancelAsync\(")]
    private static partial Regex Leaving();
}
