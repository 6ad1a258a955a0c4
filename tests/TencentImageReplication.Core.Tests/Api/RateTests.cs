using System.Text.Json;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Api;

/// <summary>The client sends as many requests per second as the documentation allows. <c>rates.json</c> has these figures.</summary>
public sealed class RateTests
{
    [Fact]
    public void Every_action_has_the_documented_rate()
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "rates.json")));

        Assert.All(ClientActions.All, action => Assert.Equal(
            facts.RootElement.GetProperty((string)ClientActions.Get(action, "Service")).GetProperty((string)ClientActions.Get(action, "Name")).GetInt32(),
            (int)ClientActions.Get(action, "RequestsPerSecond")));
    }
}
