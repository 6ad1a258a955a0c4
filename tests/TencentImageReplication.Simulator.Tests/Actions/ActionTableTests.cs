using System.Text.Json.Nodes;
using TencentImageReplication.Samples;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ActionTableTests
{
    private const string MonitorSchema = """
        {
          "service": "monitor",
          "version": "2018-07-24",
          "actions": { "DescribeAlarms": { "request": "DescribeAlarmsRequest", "response": "DescribeAlarmsResponse" } },
          "objects": {
            "DescribeAlarmsRequest": { "Module": "string!", "Limit": "int64" },
            "DescribeAlarmsResponse": { "TotalCount": "int64", "RequestId": "string" }
          }
        }
        """;

    private readonly Simulation _simulation = new();

    [Fact]
    public async Task An_action_from_another_assembly_is_called_like_any_other()
    {
        _simulation.Cloud.Actions.Add(new InquiryPriceTerminateInstances());
        var created = await _simulation.SucceedAsync("RunInstances", new
        {
            ImageId = SimulatedWorld.WebImageId,
            Placement = new { Zone = "ap-guangzhou-3" },
            InstanceCount = 2,
        });
        var ids = created.Texts("InstanceIdSet");

        Assert.Equal("InvalidInstanceId.NotFound", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { InstanceIds = new[] { ids[0], "ins-nowhere1" } }));
        Assert.Equal("InvalidInstanceId.NotFound", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { InstanceIds = ids }, account: SimulatedWorld.Partner));
        Assert.Equal("MissingParameter", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { }));
        Assert.Equal("UnknownParameter", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { InstanceIds = ids, Force = true }));
        var response = await _simulation.SucceedAsync("InquiryPriceTerminateInstances", new { InstanceIds = new[] { ids[0] } });

        Assert.Equal([ids[0]], response.Texts("InstanceRefundsSet", "InstanceId"));
        Assert.Equal(5, _simulation.Cloud.CallCounts["InquiryPriceTerminateInstances"]);
    }

    [Fact]
    public async Task An_action_of_another_service_comes_with_its_schema()
    {
        _simulation.Cloud.Actions.Add(ApiSchema.Parse(MonitorSchema), new DescribeAlarms());

        Assert.Equal(3, (await _simulation.SucceedAsync("DescribeAlarms", new { Module = "m", Limit = 3 })).TotalCount);
        Assert.Equal("InvalidParameter", await _simulation.FailAsync("DescribeAlarms", new { Module = "m", Limit = "x" }));
        Assert.Equal("monitor.tencentcloudapi.com", _simulation.Request("DescribeAlarms", null, "").Header("Host"));
    }

    [Fact]
    public async Task An_action_belongs_to_one_cloud()
    {
        new Simulation().Cloud.Actions.Add(new InquiryPriceTerminateInstances());

        Assert.False(_simulation.Cloud.Actions.Contains("InquiryPriceTerminateInstances"));
        Assert.Equal("InvalidAction", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { InstanceIds = Array.Empty<string>() }));
    }

    [Fact]
    public void An_action_that_cannot_be_called_is_refused()
    {
        var actions = _simulation.Cloud.Actions;
        var names = actions.Names;

        Assert.Contains("'DescribeAlarms'", Assert.Throws<ArgumentException>(() => actions.Add(new DescribeAlarms())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => actions.Add(ApiSchema.Parse(MonitorSchema), new InquiryPriceTerminateInstances()));
        actions.Add(new InquiryPriceTerminateInstances());
        Assert.Throws<ArgumentException>(() => actions.Add(new InquiryPriceTerminateInstances()));
        Assert.Equal([.. names, "InquiryPriceTerminateInstances"], actions.Names);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{ "service": 1 }""")]
    [InlineData("""{ "service": "a", "version": "b", "actions": { "Run": { "request": "RunRequest", "response": "RunResponse" } }, "objects": {} }""")]
    public void A_schema_that_cannot_be_read_is_refused(string json) => Assert.Throws<ArgumentException>(() => ApiSchema.Parse(json));

    [Fact]
    public void The_page_shows_the_action_that_is_compiled()
    {
        var sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "InquiryPriceTerminateInstances.cs")).ReplaceLineEndings("\n");
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "simulator.md")).ReplaceLineEndings("\n");

        Assert.Contains(sample[sample.IndexOf("public sealed class", StringComparison.Ordinal)..], page, StringComparison.Ordinal);
    }

    private sealed class DescribeAlarms : IApiAction
    {
        public string Name => nameof(DescribeAlarms);

        public bool NeedsRegion => false;

        public JsonObject Execute(ActionContext context) => new() { ["TotalCount"] = context.Parameters.Number("Limit", 20) };
    }
}
