using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class TestTccImageTests : IDisposable
{
    private const string Test = "Test-TccImage -InstanceType S5.MEDIUM4";

    private readonly CloudShell _shell = new();

    public TestTccImageTests() => _shell.Cloud.Options.Launches = new InstanceLifeCycle { Commands = [new CommandResult { Output = "ready\n" }] };

    [Fact]
    public void The_copies_of_a_line_are_tested_in_their_regions_and_deleted()
    {
        var rows = _shell.Run(
            $"Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage | {Test} -Command 'systemctl is-system-running' -ExpectedOutput ready").All<TccImageTest>();

        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal((TccImageTestStatus.Passed, "Online", "SUCCESS", "ready", "CNY"), (row.Status, row.AgentStatus, row.ScriptStatus, row.ScriptOutput, row.Currency));
            Assert.Equal(("golden-web-2024", SimulatedWorld.Owner.AccountId), (row.ImageName, row.AccountId));
            Assert.True(row.Price > 0);
            Assert.True(row.BootedIn > TimeSpan.Zero);
            Assert.Null(row.ErrorCode);
        });
        Assert.Equal(2, _shell.CallsOf("TerminateInstances"));
    }

    [Fact]
    public void A_failure_is_a_row_and_no_error()
    {
        _shell.Cloud.Options.Launches = new InstanceLifeCycle { Ending = LaunchEnding.LaunchFailed };

        var result = _shell.Run($"'img-gweb2024' | {Test}");

        Assert.Equal((TccImageTestStatus.Failed, "LaunchFailed"), (Assert.Single(result.All<TccImageTest>()).Status, Assert.Single(result.All<TccImageTest>()).ErrorCode));
        Assert.Empty(result.Errors);
    }

    [Theory]
    [InlineData("-ScriptPath a.sh -Command b", "ScriptGivenTwice")]
    [InlineData("-ExpectedOutput ready", "ExpectedOutputNeedsScript")]
    [InlineData("-VpcId vpc-1", "VpcNeedsSubnet")]
    [InlineData("-SecurityGroupId sg-1 -UseDefaultNetwork", "NetworkGivenTwice")]
    [InlineData("-ScriptPath no-such-file.sh", "ScriptNotRead")]
    [InlineData("-Command ('x' * 50000)", "ScriptLengthNotAllowed")]
    public void Parameters_that_do_not_fit_end_the_command(string parameters, string id)
    {
        var result = _shell.Run($"try {{ {Test} img-gweb2024 {parameters} }} catch {{ $_.FullyQualifiedErrorId }}");

        Assert.StartsWith(id + ",", Assert.Single(result.All<string>()), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("RunInstances"));
    }

    [Fact]
    public void WhatIf_shows_the_price_and_creates_nothing()
    {
        var result = _shell.Run($"{Test} img-gweb2024 -WhatIf");

        Assert.Empty(result.All<TccImageTest>());
        Assert.Contains("Would cost", string.Join('\n', _shell.Host.Lines), StringComparison.Ordinal);
        Assert.Contains("CNY per hour", string.Join('\n', _shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("RunInstances"));
    }

    [Fact]
    public void A_script_is_read_from_a_file()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "echo ready");
        _shell.Set("path", path);

        Assert.Equal("ready", Assert.Single(_shell.Run($"{Test} img-gweb2024 -ScriptPath $path").All<TccImageTest>()).ScriptOutput);
        File.Delete(path);
    }

    [Fact]
    public void Mark_sets_the_date_on_images_that_pass()
    {
        _shell.Run($"{Test} img-gdb02024 -Mark");

        Assert.Contains(
            new SimulatedTag("ImageReplicationVerified", $"{_shell.Time.GetUtcNow():yyyy-MM-dd}"), _shell.Cloud.FindImage("img-gdb02024")!.Tags);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_not_tested()
    {
        var result = _shell.Run(
            $"[pscustomobject]@{{ SourceImageId = 'img-gweb2024'; ImageId = 'img-gdb02024'; Region = 'ap-guangzhou'; Status = 'Copying' }}, [pscustomobject]@{{ SourceImageId = 'img-gweb2024'; ImageId = ''; Region = 'ap-guangzhou'; Status = 'Failed' }} | {Test}");

        Assert.Single(result.Errors);
        Assert.Empty(result.Of<TccImageTest>());
    }

    [Fact]
    public void The_instances_that_a_killed_shell_has_left_are_cleared_by_age()
    {
        _shell.Run($"{Test} img-gweb2024 -KeepFailed -Command x -ExpectedOutput never -TimeoutSec 7200");
        var left = Assert.Single(_shell.Cloud.Instances());
        Assert.Equal("RUNNING", left.State);

        Assert.Empty(_shell.Run("Clear-TccImageTest").Errors);
        Assert.Equal(0, _shell.CallsOf("TerminateInstances"));
        _shell.Run("Clear-TccImageTest -OlderThan 0 -WhatIf");
        Assert.Contains($"Permanently delete test instance {left.InstanceId}", string.Join('\n', _shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("TerminateInstances"));

        Assert.Empty(_shell.Run("'ap-guangzhou', 'ap-shanghai' | Clear-TccImageTest -OlderThan 0").Errors);
        Assert.Equal(1, _shell.CallsOf("TerminateInstances"));
    }

    public void Dispose() => _shell.Dispose();
}
