using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests;

/// <summary>The figures in <c>docs/simulator.md</c> and the lists in <c>docs/simulator-coverage.md</c>.</summary>
public class CoverageTests
{
    private const string Start = "<!-- coverage -->\n";
    private const string End = "<!-- /coverage -->\n";

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>UPDATE_COVERAGE names the folder of both pages, which are then written.</summary>
    [Fact]
    public void The_pages_have_the_figures_of_the_metadata()
    {
        var all = Coverage.OfAll();
        if (Environment.GetEnvironmentVariable("UPDATE_COVERAGE") is { Length: > 0 } folder)
        {
            var file = Path.Combine(folder, "simulator.md");
            File.WriteAllText(file, Replaced(File.ReadAllText(file), Coverage.Table(all)));
            File.WriteAllText(Path.Combine(folder, "simulator-coverage.md"), Coverage.Page(all));
        }

        var page = Read("simulator.md");
        Assert.Equal(Replaced(page, Coverage.Table(all)), page);
        Assert.Equal(Coverage.Page(all), Read("simulator-coverage.md"));
    }

    [Fact]
    public void The_page_gives_a_reason_for_each_missing_code_of_the_image_actions()
    {
        var missing = Coverage.OfAll().Where(one => one.Action == "SyncImages" || one.Action.Contains("Image", StringComparison.Ordinal))
            .SelectMany(one => one.Codes.Missing.Select(code => (one.Action, Code: code)))
            .ToList();
        var reasons = Read("simulator.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split(" | ").Length == 3).ToList();

        Assert.All(missing, gap => Assert.Contains(
            reasons, line => line.StartsWith($"| {gap.Action} |", StringComparison.Ordinal) && line.Contains($"`{gap.Code}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Texts_are_found_through_helpers_lambdas_and_static_fields()
    {
        var texts = ReachableTexts.Of((typeof(TerminateInstances), "Execute"));

        Assert.Contains("InvalidInstanceId.Malformed", texts);
        Assert.Contains("UnsupportedOperation.InstanceState", texts);
        Assert.Contains("Stopping", texts);
        Assert.DoesNotContain("InvalidImageId.Malformed", texts);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Samples, name)).ReplaceLineEndings("\n");

    private static string Replaced(string page, string table)
    {
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        return string.Concat(page.AsSpan(0, start), table, page.AsSpan(end));
    }
}
