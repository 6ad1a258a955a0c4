using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

/// <summary>The section on scenarios in <c>docs/simulator.md</c> against the simulator.</summary>
public partial class ScenarioDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "simulator.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_can_be_played() =>
        Assert.Single(Scenario.Parse(Example().Match(Page).Groups[1].Value, "simulator.md").CreateCloud(TimeProvider.System).Instances(), instance => instance.InstanceName == "web");

    [Fact]
    public void The_page_lists_every_key_and_every_ready_scenario() =>
        Assert.All(ScenarioFields.Of(typeof(ScenarioDocument)).Keys.Concat(Scenario.Ready), name => Assert.Contains($"| `{name}` |", Page, StringComparison.Ordinal));

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
