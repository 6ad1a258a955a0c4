using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DescribeAutomationAgentStatusTests
{
    private const string PublicLinux = "img-eb30mz89";
    private const string PublicArm = "img-btnarm64";
    private const string PublicWindows = "img-9id7emv7";

    private readonly Simulation _simulation = new();

    private static object Running(string imageId, bool? enabled, string type = "") => new
    {
        ImageId = imageId,
        InstanceType = type,
        Placement = new { Zone = "ap-guangzhou-3" },
        EnhancedService = enabled is { } flag ? new { AutomationService = new { Enabled = flag } } : null,
    };

    [Fact]
    public async Task An_agent_reports_some_time_after_the_start()
    {
        var id = (await _simulation.SucceedAsync("RunInstances", Running(SimulatedWorld.WebImageId, true))).Texts("InstanceIdSet")[0];

        Assert.Null(await _simulation.AgentAsync(id));
        _simulation.Time.Advance(_simulation.Options.LaunchDuration);
        Assert.Null(await _simulation.AgentAsync(id));
        _simulation.Time.Advance(_simulation.Options.AgentDelay);
        Assert.Equal("Online", await _simulation.AgentAsync(id));
        await _simulation.SucceedAsync("StopInstances", new { InstanceIds = new[] { id } });
        Assert.Equal("Offline", await _simulation.AgentAsync(id));
    }

    [Theory]
    [InlineData(PublicLinux, null, true)]
    [InlineData(PublicLinux, false, false)]
    [InlineData(PublicWindows, null, false)]
    [InlineData(SimulatedWorld.WebImageId, null, false)]
    [InlineData(SimulatedWorld.WebImageId, true, true)]
    [InlineData(SimulatedWorld.WindowsImageId, true, true)]
    public async Task Only_public_images_have_an_agent_without_a_request(string imageId, bool? enabled, bool expected)
    {
        await _simulation.SucceedAsync("RunInstances", Running(imageId, enabled));

        Assert.Equal(expected, Assert.Single(_simulation.Cloud.Instances()).HasAutomationAgent);
    }

    [Fact]
    public async Task A_service_without_a_value_is_off()
    {
        await _simulation.SucceedAsync("RunInstances", new
        {
            ImageId = PublicLinux,
            Placement = new { Zone = "ap-guangzhou-3" },
            EnhancedService = new { AutomationService = new { } },
        });

        Assert.False(Assert.Single(_simulation.Cloud.Instances()).HasAutomationAgent);
    }

    [Theory]
    [InlineData(PublicWindows, "")]
    [InlineData(PublicArm, "SR1.MEDIUM4")]
    public async Task A_public_image_that_has_no_agent_is_refused(string imageId, string type) =>
        Assert.Equal("FailedOperation.TatAgentNotSupport", await _simulation.FailAsync("RunInstances", Running(imageId, true, type)));

    [Fact]
    public async Task An_agent_tells_its_environment_and_its_last_heartbeat()
    {
        var linux = await _simulation.StartAsync();
        var windows = await _simulation.StartAsync(SimulatedWorld.WindowsImageId);
        _simulation.Time.Advance(TimeSpan.FromSeconds(90));

        async Task<IReadOnlyList<string>> IdsAsync(string name, string value) => (await _simulation.SucceedAsync(
            "DescribeAutomationAgentStatus", new { Filters = new[] { new { Name = name, Values = new[] { value } } } })).Texts("AutomationAgentSet", "InstanceId");

        Assert.Equal([windows], await IdsAsync("environment", "Windows"));
        Assert.Equal([linux], await IdsAsync("instance-id", linux));
        Assert.Equal(2, (await IdsAsync("agent-status", "Online")).Count);
        Assert.Empty(await IdsAsync("agent-status", "Offline"));
        var agents = await _simulation.SucceedAsync("DescribeAutomationAgentStatus", new { Limit = 1 });
        Assert.Equal(2, agents.TotalCount);
        var age = _simulation.Time.GetUtcNow() - Assert.Single(agents.List("AutomationAgentSet")).GetProperty("LastHeartbeatTime").GetDateTimeOffset();
        Assert.InRange(age, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_agent_can_stay_silent_or_fall_silent()
    {
        _simulation.Options.LaunchesOf[SimulatedWorld.WebImageId] = new InstanceLifeCycle { AgentStaysSilent = true };
        _simulation.Options.LaunchesOf[SimulatedWorld.DatabaseImageId] = new InstanceLifeCycle { AgentDelay = TimeSpan.FromSeconds(5), AgentOnlineFor = TimeSpan.FromMinutes(2) };
        var silent = await _simulation.StartAsync();
        var dying = await _simulation.StartAsync(SimulatedWorld.DatabaseImageId);

        Assert.Equal("Online", await _simulation.AgentAsync(dying));
        _simulation.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Offline", await _simulation.AgentAsync(dying));
        Assert.Null(await _simulation.AgentAsync(silent));
    }

    [Theory]
    [InlineData("""{ "InstanceIds": [ "ins-00000000" ], "Filters": [ { "Name": "instance-id", "Values": [ "ins-00000000" ] } ] }""", "InvalidParameter.ConflictParameter")]
    [InlineData("""{ "InstanceIds": [ "web" ] }""", "InvalidParameterValue.InvalidInstanceId")]
    [InlineData("""{ "Filters": [ { "Name": "instance-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidInstanceId")]
    [InlineData("""{ "Filters": [ { "Name": "zone", "Values": [] } ] }""", "InvalidParameterValue.InvalidFilter")]
    [InlineData("""{ "Filters": [ { "Name": "agent-status", "Values": [ "Up" ] } ] }""", "InvalidParameterValue.InvalidFilter")]
    [InlineData("""{ "Filters": [ { "Name": "environment", "Values": [ "Linux", "Linux", "Linux", "Linux", "Linux", "Linux" ] } ] }""", "InvalidParameterValue.LimitExceeded")]
    [InlineData("""{ "Limit": 101 }""", "InvalidParameterValue.LimitExceeded")]
    public async Task A_wrong_request_is_refused(string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("DescribeAutomationAgentStatus", Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("lhins-ar5wyn4x")]
    [InlineData("rins-ar5wyn4x")]
    [InlineData("ins-00000000")]
    public async Task An_instance_without_an_agent_is_missing(string id) => Assert.Null(await _simulation.AgentAsync(id));
}
