using System.Text;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class RunCommandTests
{
    private readonly Simulation _simulation = new();

    private void Plays(params CommandResult[] results) => _simulation.Options.Launches = new InstanceLifeCycle { Commands = results };

    private Task<string> RefusalAsync(string instanceId, string more = "{}")
    {
        var request = new JsonObject { ["Content"] = "cHdk", ["InstanceIds"] = new JsonArray(instanceId) };
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
            request[name] = value?.DeepClone();
        return _simulation.FailAsync("RunCommand", Encoding.UTF8.GetBytes(request.ToJsonString()));
    }

    [Fact]
    public async Task A_command_is_delivered_runs_and_ends()
    {
        Plays(new CommandResult { Contains = "whoami", Output = "root\n" });
        var id = await _simulation.StartAsync();

        var invocation = await _simulation.RunAsync("whoami", id);

        Assert.Equal("PENDING", (await _simulation.TaskAsync(invocation)).Status());
        _simulation.Time.Advance(_simulation.Options.CommandDelivery / 2);
        Assert.Equal("DELIVERING", (await _simulation.TaskAsync(invocation)).Status());
        _simulation.Time.Advance(_simulation.Options.CommandDelivery / 2);
        var running = await _simulation.TaskAsync(invocation);
        Assert.Equal(("RUNNING", ""), (running.Status(), running.Output()));
        _simulation.Time.Advance(_simulation.Options.CommandDuration);
        var task = await _simulation.TaskAsync(invocation);
        Assert.Equal(("SUCCESS", "root\n", 0), (task.Status(), task.Output(), task.Result().GetProperty("ExitCode").GetInt32()));
        Assert.Equal(
            _simulation.Options.CommandDuration,
            task.GetProperty("EndTime").GetDateTimeOffset() - task.GetProperty("StartTime").GetDateTimeOffset());
    }

    [Theory]
    [InlineData(CommandEnding.Exits, 0, "SUCCESS")]
    [InlineData(CommandEnding.Exits, 3, "FAILED")]
    [InlineData(CommandEnding.TimesOut, 0, "TIMEOUT")]
    [InlineData(CommandEnding.AgentFallsSilent, 0, "TASK_TIMEOUT")]
    [InlineData(CommandEnding.StartFails, 0, "START_FAILED")]
    [InlineData(CommandEnding.DeliverFails, 0, "DELIVER_FAILED")]
    public async Task A_command_ends_as_the_setting_says(CommandEnding ending, int exitCode, string status)
    {
        Plays(new CommandResult { Ending = ending, ExitCode = exitCode, ErrorInfo = ending == CommandEnding.StartFails ? "working_directory not exists" : "" });
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync());

        _simulation.Time.Advance(TimeSpan.FromMinutes(2));

        var task = await _simulation.TaskAsync(invocation);
        Assert.Equal((status, exitCode), (task.Status(), task.Result().GetProperty("ExitCode").GetInt32()));
        Assert.Equal(ending == CommandEnding.StartFails ? "working_directory not exists" : "", task.GetProperty("ErrorInfo").GetString());
    }

    [Fact]
    public async Task A_command_that_takes_longer_than_its_timeout_ends_there()
    {
        Plays(new CommandResult { Duration = TimeSpan.FromSeconds(61), Output = "half" });
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync());

        _simulation.Time.Advance(_simulation.Options.CommandDelivery + TimeSpan.FromSeconds(59));
        Assert.Equal("RUNNING", (await _simulation.TaskAsync(invocation)).Status());
        _simulation.Time.Advance(TimeSpan.FromSeconds(1));
        var task = await _simulation.TaskAsync(invocation);
        Assert.Equal(("TIMEOUT", "half"), (task.Status(), task.Output()));
    }

    [Fact]
    public async Task A_long_output_is_cut_off()
    {
        Plays(new CommandResult { Output = "0123456789", OutputRepetitions = 3000 });
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync());

        _simulation.Time.Advance(TimeSpan.FromMinutes(1));

        var task = await _simulation.TaskAsync(invocation);
        Assert.Equal((24 * 1024, 30000 - (24 * 1024)), (task.Output().Length, task.Result().GetProperty("Dropped").GetInt32()));
        Assert.Equal("", (await _simulation.TaskAsync(invocation, hideOutput: true)).Output());
    }

    [Theory]
    [InlineData("StopInstances")]
    [InlineData("TerminateInstances")]
    public async Task The_result_of_an_instance_that_ends_meanwhile_never_arrives(string action)
    {
        Plays(new CommandResult { Duration = TimeSpan.FromSeconds(30) });
        var id = await _simulation.StartAsync();
        var invocation = await _simulation.RunAsync("check", id);
        _simulation.Time.Advance(TimeSpan.FromSeconds(10));

        await _simulation.SucceedAsync(action, new { InstanceIds = new[] { id } });

        _simulation.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("RUNNING", (await _simulation.TaskAsync(invocation)).Status());
        _simulation.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("TASK_TIMEOUT", (await _simulation.TaskAsync(invocation)).Status());
    }

    [Fact]
    public async Task The_result_of_an_agent_that_falls_silent_never_arrives()
    {
        _simulation.Options.Launches = new InstanceLifeCycle { AgentOnlineFor = TimeSpan.FromSeconds(2) };
        var invocation = await _simulation.RunAsync("check", await _simulation.StartAsync());

        _simulation.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("TASK_TIMEOUT", (await _simulation.TaskAsync(invocation)).Status());
    }

    [Fact]
    public async Task An_instance_that_cannot_run_it_refuses_the_whole_request()
    {
        var good = await _simulation.StartAsync();
        var without = await _simulation.StartAsync(withAgent: false);
        var stopped = await _simulation.StartAsync();
        await _simulation.SucceedAsync("StopInstances", new { InstanceIds = new[] { stopped } });
        _simulation.Options.LaunchesOf[SimulatedWorld.DatabaseImageId] = new InstanceLifeCycle { AgentStaysSilent = true };
        var silent = await _simulation.StartAsync(SimulatedWorld.DatabaseImageId);
        var windows = await _simulation.StartAsync(SimulatedWorld.WindowsImageId);

        Task<string> CodeAsync(string other) => _simulation.FailAsync("RunCommand", new { Content = "cHdk", InstanceIds = new[] { good, other } });

        Assert.Equal("ResourceUnavailable.AgentNotInstalled", await CodeAsync(without));
        Assert.Equal("ResourceUnavailable.InstanceStateNotRunning", await CodeAsync(stopped));
        Assert.Equal("ResourceUnavailable.AgentStatusNotOnline", await CodeAsync(silent));
        Assert.Equal("InvalidParameterValue.AgentUnsupportedCommandType", await CodeAsync(windows));
        Assert.Equal("ResourceNotFound.InstanceNotFound", await CodeAsync("ins-00000000"));
        Assert.Equal("InvalidParameterValue.InconsistentInstance", await CodeAsync("lhins-ar5wyn4x"));
        Assert.Equal("InvalidParameterValue.InvalidInstanceId", await CodeAsync("web"));
        Assert.Equal("InvalidParameterValue.AgentUnsupportedCommandType", await RefusalAsync(good, """{ "CommandType": "POWERSHELL" }"""));
        Assert.Empty((await _simulation.SucceedAsync("DescribeInvocations")).List("InvocationSet"));
    }

    [Fact]
    public async Task A_request_has_1_to_200_instances()
    {
        Assert.Equal("MissingParameter", await _simulation.FailAsync("RunCommand", new { Content = "cHdk", InstanceIds = Array.Empty<string>() }));
        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync(
            "RunCommand", new { Content = "cHdk", InstanceIds = Enumerable.Range(0, 201).Select(number => $"ins-{number:00000000}") }));
    }

    [Theory]
    [InlineData("""{ "Content": "%" }""", "InvalidParameterValue.InvalidContent")]
    [InlineData("""{ "Content": "" }""", "InvalidParameterValue.CommandContentInvalid")]
    [InlineData("""{ "CommandType": "PYTHON" }""", "InvalidParameterValue")]
    [InlineData("""{ "CommandName": "a b" }""", "InvalidParameterValue.InvalidCommandName")]
    [InlineData("""{ "CommandName": "一二三四五六七八九十一二三四五六七八九十一" }""", "InvalidParameterValue.InvalidCommandName")]
    [InlineData("""{ "Timeout": 0 }""", "InvalidParameterValue.Range")]
    [InlineData("""{ "Timeout": 86401 }""", "InvalidParameterValue.Range")]
    [InlineData("""{ "WorkingDirectory": "tmp" }""", "InvalidParameterValue.InvalidWorkingDirectory")]
    [InlineData("""{ "Username": "root; rm" }""", "InvalidParameterValue.InvalidUsername")]
    [InlineData("""{ "Tags": [ { "Key": "a", "Value": "b" } ] }""", "InvalidParameterValue")]
    [InlineData("""{ "OutputCOSBucketUrl": "http://example.org" }""", "InvalidParameterValue.InvalidOutputCOSBucketUrl")]
    [InlineData("""{ "OutputCOSBucketUrl": "https://logs-123454321.cos.ap-beijing.myqcloud.com" }""", "ResourceNotFound.CosBucketNotFoundCode")]
    [InlineData("""{ "OutputCOSKeyPrefix": "a/../b" }""", "InvalidParameterValue.InvalidOutputCOSKeyPrefix")]
    [InlineData("""{ "Parameters": "{}" }""", "InvalidParameterValue.ParameterDisabled")]
    [InlineData("""{ "DefaultParameters": "{}" }""", "InvalidParameterValue.SupportParametersOnlyIfEnableParameter")]
    [InlineData("""{ "EnableParameter": true, "Parameters": "{" }""", "InvalidParameterValue.ParameterInvalidJsonFormat")]
    [InlineData("""{ "EnableParameter": true, "Parameters": "[]" }""", "InvalidParameterValue.ParameterInvalidJsonFormat")]
    [InlineData("""{ "EnableParameter": true, "Parameters": "{\"a\":1}" }""", "InvalidParameterValue.ParameterValueNotString")]
    [InlineData("""{ "EnableParameter": true, "Parameters": "{\"a\":\"1\",\"a\":\"2\"}" }""", "InvalidParameterValue.ParameterKeyDuplicated")]
    [InlineData("""{ "EnableParameter": true, "Parameters": "{\"a b\":\"1\"}" }""", "InvalidParameterValue.ParameterKeyContainsInvalidChar")]
    [InlineData("""{ "EnableParameter": true, "Content": "ZWNobyB7e3dvcmR9fQ==" }""", "InvalidParameterValue.LackOfParameterInfo")]
    [InlineData("""{ "EnableParameter": true, "DefaultParameters": "{}", "DefaultParameterConfs": [ { "ParameterName": "a", "ParameterValue": "1" } ] }""", "InvalidParameter")]
    [InlineData("""{ "EnableParameter": true, "DefaultParameterConfs": [ { "ParameterName": "a", "ParameterValue": "1" }, { "ParameterName": "a", "ParameterValue": "2" } ] }""", "InvalidParameter.ParameterNameDuplicated")]
    public async Task A_wrong_command_is_refused(string more, string code) => Assert.Equal(code, await RefusalAsync("ins-00000000", more));

    [Fact]
    public async Task Long_values_are_refused()
    {
        string Json(string name, string value) => new JsonObject { [name] = value }.ToJsonString();
        string Parameters(string json) => new JsonObject { ["EnableParameter"] = true, ["Parameters"] = json }.ToJsonString();

        Assert.Equal("InvalidParameterValue.TooLong", await RefusalAsync("ins-00000000", Json("Description", new string('x', 121))));
        Assert.Equal("InvalidParameterValue.TooLong", await RefusalAsync("ins-00000000", Json("Content", new string('A', (64 * 1024) + 4))));
        Assert.Equal("InvalidParameterValue.ParameterKeyLenExceeded", await RefusalAsync("ins-00000000", Parameters($$"""{"{{new string('k', 65)}}":""}""")));
        Assert.Equal(
            "InvalidParameterValue.ParameterNumberExceeded",
            await RefusalAsync("ins-00000000", Parameters("{" + string.Join(",", Enumerable.Range(0, 21).Select(number => $"\"k{number}\":\"\"")) + "}")));
        Assert.Equal("InvalidParameterValue.LimitExceeded", await RefusalAsync(
            "ins-00000000", new JsonObject { ["Tags"] = new JsonArray([.. Enumerable.Range(0, 11).Select(number => new JsonObject { ["Key"] = $"k{number}", ["Value"] = "" })]) }.ToJsonString()));
    }

    [Fact]
    public async Task Placeholders_get_values_and_hidden_ones_are_not_shown()
    {
        Plays(new CommandResult { Contains = "echo hello secret world", Output = "fits" });
        var id = await _simulation.StartAsync();

        var invocation = (await _simulation.SucceedAsync("RunCommand", new
        {
            Content = Machines.Base64("echo {{greeting}} {{tat-hidden:password}} {{place}}"),
            InstanceIds = new[] { id },
            EnableParameter = true,
            Parameters = """{"greeting":"hello","password":"secret"}""",
            DefaultParameters = """{"greeting":"bye","place":"world"}""",
        })).Fields.GetProperty("InvocationId").GetString()!;

        _simulation.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("fits", (await _simulation.TaskAsync(invocation)).Output());
        var shown = Assert.Single((await _simulation.SucceedAsync("DescribeInvocations")).List("InvocationSet"));
        Assert.Equal("""{"greeting":"hello","password":"******"}""", shown.GetProperty("Parameters").GetString());
        Assert.DoesNotContain("secret", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_command_keeps_its_name_and_counts()
    {
        _simulation.Options.SavedCommandQuota = 1;
        var id = await _simulation.StartAsync();
        await _simulation.SucceedAsync("RunCommand", new { Content = "cHdk", InstanceIds = new[] { id }, CommandName = "pwd", SaveCommand = true });

        Assert.Equal("InvalidParameterValue.CommandNameDuplicated", await RefusalAsync(id, """{ "CommandName": "pwd", "SaveCommand": true }"""));
        Assert.Equal("ResourceUnavailable.UserHasNoQuotaCode", await RefusalAsync(id, """{ "CommandName": "other", "SaveCommand": true }"""));
        await _simulation.RunAsync("pwd", id);
    }
}
