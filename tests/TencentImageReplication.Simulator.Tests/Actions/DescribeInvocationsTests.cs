using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DescribeInvocationsTests
{
    private readonly Simulation _simulation = new();

    private async Task<string> StatusAsync(string invocationId) =>
        Assert.Single((await _simulation.SucceedAsync("DescribeInvocations", new { InvocationIds = new[] { invocationId } })).Texts("InvocationSet", "InvocationStatus"));

    [Theory]
    [InlineData(0, 0, "SUCCESS")]
    [InlineData(0, 1, "PARTIAL_FAILED")]
    [InlineData(1, 1, "FAILED")]
    public async Task The_status_sums_up_the_tasks(int exitCode, int otherExitCode, string status)
    {
        _simulation.Options.LaunchesOf[SimulatedWorld.WebImageId] = new InstanceLifeCycle { Commands = [new CommandResult { ExitCode = exitCode }] };
        _simulation.Options.LaunchesOf[SimulatedWorld.DatabaseImageId] = new InstanceLifeCycle { Commands = [new CommandResult { ExitCode = otherExitCode, Duration = TimeSpan.FromSeconds(10) }] };
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync(), await _simulation.StartAsync(SimulatedWorld.DatabaseImageId));

        Assert.Equal("PENDING", await StatusAsync(invocation));
        _simulation.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("RUNNING", await StatusAsync(invocation));
        _simulation.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(status, await StatusAsync(invocation));
    }

    [Fact]
    public async Task A_time_out_of_all_tasks_is_a_time_out()
    {
        _simulation.Options.Launches = new InstanceLifeCycle { Commands = [new CommandResult { Ending = CommandEnding.TimesOut }] };
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync());

        _simulation.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("TIMEOUT", await StatusAsync(invocation));
    }

    [Fact]
    public async Task Lists_are_filtered_and_have_pages_with_the_newest_first()
    {
        var id = await _simulation.StartAsync();
        var first = await _simulation.RunAsync("one", id);
        var second = await _simulation.RunAsync("two", id);

        async Task<IReadOnlyList<string>> IdsAsync(string name, string value) => (await _simulation.SucceedAsync(
            "DescribeInvocations", new { Filters = new[] { new { Name = name, Values = new[] { value } } } })).Texts("InvocationSet", "InvocationId");

        Assert.Equal([second, first], await IdsAsync("instance-kind", "CVM"));
        Assert.Equal([second, first], await IdsAsync("command-created-by", "USER"));
        Assert.Empty(await IdsAsync("command-created-by", "TAT"));
        Assert.Equal([first], await IdsAsync("invocation-id", first));
        var page = await _simulation.SucceedAsync("DescribeInvocations", new { Offset = 1, Limit = 1 });
        Assert.Equal((2, first), (page.TotalCount, Assert.Single(page.Texts("InvocationSet", "InvocationId"))));
        var command = page.Texts("InvocationSet", "CommandId")[0];
        Assert.Equal([first], await IdsAsync("command-id", command));
        var tasks = await _simulation.SucceedAsync("DescribeInvocationTasks", new { Filters = new[] { new { Name = "instance-id", Values = new[] { id } } } });
        Assert.Equal([second, first], tasks.Texts("InvocationTaskSet", "InvocationId"));
        var task = tasks.Texts("InvocationTaskSet", "InvocationTaskId")[1];
        Assert.Equal([first], (await _simulation.SucceedAsync("DescribeInvocationTasks", new { InvocationTaskIds = new[] { task } })).Texts("InvocationTaskSet", "InvocationId"));
        Assert.Empty((await _simulation.SucceedAsync("DescribeInvocations", region: "ap-shanghai")).List("InvocationSet"));
        Assert.Empty((await _simulation.SucceedAsync("DescribeInvocationTasks", account: SimulatedWorld.Partner)).List("InvocationTaskSet"));
    }

    [Theory]
    [InlineData("DescribeInvocations", """{ "InvocationIds": [ "web" ] }""", "InvalidParameterValue.InvalidInvocationId")]
    [InlineData("DescribeInvocations", """{ "InvocationIds": [ "inv-00000000" ], "Filters": [ { "Name": "command-id", "Values": [] } ] }""", "InvalidParameter.ConflictParameter")]
    [InlineData("DescribeInvocations", """{ "Filters": [ { "Name": "command-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidCommandId")]
    [InlineData("DescribeInvocations", """{ "Filters": [ { "Name": "zone", "Values": [] } ] }""", "InvalidParameterValue.InvalidFilter")]
    [InlineData("DescribeInvocations", """{ "Filters": [ { "Name": "instance-kind", "Values": [ "CVM", "CVM", "CVM", "CVM", "CVM", "CVM" ] } ] }""", "LimitExceeded.FilterValueExceeded")]
    [InlineData("DescribeInvocations", """{ "Limit": 0 }""", "InvalidParameterValue.LimitExceeded")]
    [InlineData("DescribeInvocationTasks", """{ "InvocationTaskIds": [ "inv-00000000" ] }""", "InvalidParameterValue.InvalidInvocationTaskId")]
    [InlineData("DescribeInvocationTasks", """{ "Filters": [ { "Name": "invocation-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidInvocationId")]
    [InlineData("DescribeInvocationTasks", """{ "Filters": [ { "Name": "instance-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidInstanceId")]
    [InlineData("DescribeInvocationTasks", """{ "Limit": 101 }""", "InvalidParameterValue")]
    public async Task A_wrong_request_is_refused(string action, string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync(action, Encoding.UTF8.GetBytes(body)));
}
