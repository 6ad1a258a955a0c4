using System.Text.Json;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Api;

/// <summary>The client sends as many requests per second as the documentation allows. <c>rates.json</c> has these figures.</summary>
public sealed class RateTests
{
    // No page documents these. The other actions of launch templates and of refreshes have this rate.
    private const int InferredRate = 20;

    private static readonly string[] Inferred =
    [
        "ModifyLaunchTemplateDefaultVersion", "DeleteLaunchTemplateVersions", "ResumeInstanceRefresh", "RollbackInstanceRefresh", "DescribeRefreshActivities",
    ];

    [Fact]
    public void Every_action_has_the_documented_rate()
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "rates.json")));

        Assert.All(ClientActions.All, action => Assert.Equal(RateOf(action), (int)ClientActions.Get(action, "RequestsPerSecond")));

        int RateOf(object action)
        {
            var (service, name) = ((string)ClientActions.Get(action, "Service"), (string)ClientActions.Get(action, "Name"));
            return Inferred.Contains(name) ? InferredRate : facts.RootElement.GetProperty(service).GetProperty(name).GetInt32();
        }
    }
}
