using System.Net;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>New-TccInstanceFromImage that runs again: the same command creates instances once.</summary>
public sealed class RepeatedLaunchTests : IDisposable
{
    private const string Line = "New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Count 2";

    private readonly CloudShell _shell = new();

    [Fact]
    public void The_same_line_returns_the_same_instances_with_a_warning()
    {
        var first = _shell.Run(Line);
        var second = _shell.Run(Line);

        Assert.Equal(2, _shell.Cloud.Instances().Count);
        Assert.All(first.All<TccInstance>(), row => Assert.False(row.Reused));
        Assert.All(second.All<TccInstance>(), row => Assert.True(row.Reused));
        Assert.Equal(Ids(first), Ids(second));
        Assert.Equal(first.All<TccInstance>()[0].ClientToken, second.All<TccInstance>()[0].ClientToken);
        Assert.Empty(first.Warnings);
        var warning = Assert.Single(second.Warnings);
        Assert.Contains("-Force", warning, StringComparison.Ordinal);
        Assert.Contains(first.All<TccInstance>()[0].InstanceId, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Force_creates_more()
    {
        _shell.Run(Line);

        Assert.All(_shell.Run($"{Line} -Force").All<TccInstance>(), row => Assert.False(row.Reused));
        Assert.All(_shell.Run($"{Line} -Force").All<TccInstance>(), row => Assert.False(row.Reused));

        Assert.Equal(6, _shell.Cloud.Instances().Count);
    }

    [Theory]
    [InlineData("-Zone ap-guangzhou-6", 4)]
    [InlineData("-Tag @{ env = 'test' }", 4)]
    [InlineData("-UserData 'x'", 4)]
    [InlineData("-InstanceName other", 4)]
    [InlineData("-Wait -TimeoutSec 60", 2)]
    public void Other_parameters_of_the_instances_create_others(string parameters, int count)
    {
        _shell.Run(Line);

        Assert.Empty(_shell.Run($"{Line} {parameters}").Errors);

        Assert.Equal(count, _shell.Cloud.Instances().Count);
    }

    [Fact]
    public void The_password_is_not_part_of_the_token()
    {
        var first = WithPassword("Abcd1234!first").All<TccInstance>();
        var second = WithPassword("Abcd1234!second").All<TccInstance>();

        Assert.Equal(first[0].ClientToken, second[0].ClientToken);
    }

    [Fact]
    public void The_same_image_twice_in_one_pipeline_is_created_once()
    {
        var result = _shell.Run("'img-gweb2024', 'img-gweb2024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4");

        Assert.Single(_shell.Cloud.Instances());
        Assert.Equal([false, true], result.All<TccInstance>().Select(row => row.Reused).Order());
    }

    [Fact]
    public void Lost_responses_create_nothing_twice_when_the_line_runs_again()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "RunInstances", Times = 100 });
        var failed = _shell.Run(Line);
        _shell.Cloud.Faults = new FaultPlan(1);

        var rows = _shell.Run(Line).All<TccInstance>();

        Assert.Equal(2, _shell.Cloud.Instances().Count);
        Assert.All(rows, row => Assert.True(row.Reused));
        Assert.Contains(rows[0].ClientToken!, Assert.Single(failed.Errors).ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_response_in_one_run_is_not_an_earlier_request()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "RunInstances" });

        var result = _shell.Run(Line);

        Assert.All(result.All<TccInstance>(), row => Assert.False(row.Reused));
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData(InstanceStates.Terminating)]
    [InlineData(InstanceStates.Shutdown)]
    [InlineData(null)]
    public void Deleted_instances_are_created_again_and_the_tokens_converge(string? state)
    {
        var first = Ids(_shell.Run(Line));
        Delete(first, state);
        var second = _shell.Run(Line);
        var third = _shell.Run(Line);
        Delete(Ids(second), state);
        var fourth = Ids(_shell.Run(Line));

        Assert.Empty(first.Intersect(Ids(second)));
        Assert.All(second.All<TccInstance>(), row => Assert.False(row.Reused));
        Assert.Equal(Ids(second), Ids(third));
        Assert.All(third.All<TccInstance>(), row => Assert.True(row.Reused));
        Assert.Empty(first.Concat(Ids(second)).Intersect(fourth));
    }

    [Fact]
    public void One_instance_that_is_left_is_not_created_again()
    {
        var ids = Ids(_shell.Run(Line));
        Delete([ids[0]], InstanceStates.Terminating);

        Assert.Equal(ids, Ids(_shell.Run(Line)));
    }

    [Fact]
    public void A_lookup_that_fails_counts_as_existing_instances()
    {
        var ids = Ids(_shell.Run(Line));
        Delete(ids, null);
        _shell.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeInstances", Times = 1000 });

        Assert.Equal(ids, Ids(_shell.Run(Line)));
        Assert.Empty(_shell.Cloud.Instances());
    }

    [Fact]
    public void A_token_of_ones_own_is_never_replaced()
    {
        var ids = Ids(_shell.Run($"{Line} -ClientToken mine"));
        Delete(ids, InstanceStates.Terminating);

        var result = _shell.Run($"{Line} -ClientToken mine -Verbose");

        Assert.Equal(ids, Ids(result));
        Assert.Empty(result.Warnings);
        Assert.Contains(result.Verbose, text => text.Contains("client token 'mine'", StringComparison.Ordinal));
        Assert.All(result.All<TccInstance>(), row => Assert.Equal("mine", row.ClientToken));
    }

    [Fact]
    public void An_expired_token_creates_instances_again()
    {
        _shell.Cloud.Options.ClientTokenLifetime = TimeSpan.FromHours(1);
        _shell.Run(Line);
        _shell.Time.Advance(TimeSpan.FromHours(1));

        Assert.All(_shell.Run(Line).All<TccInstance>(), row => Assert.False(row.Reused));
        Assert.Equal(4, _shell.Cloud.Instances().Count);
    }

    [Fact]
    public void A_service_that_refuses_other_parameters_creates_nothing_twice()
    {
        _shell.Cloud.Options.ReusedClientToken = ReusedClientToken.Refused;
        _shell.Run(Line);

        Assert.All(_shell.Run(Line).All<TccInstance>(), row => Assert.True(row.Reused));
        Assert.StartsWith(
            "InvalidParameterValue,",
            Assert.Single(WithPassword("Abcd1234!").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Equal(2, _shell.Cloud.Instances().Count);
    }

    [Fact]
    public void Rows_of_listed_instances_bind_without_a_token()
    {
        _shell.Run(Line);

        Assert.Empty(_shell.Run("Get-TccInstance | New-TccInstanceFromImage -InstanceType S5.LARGE8").Errors);
    }

    [Fact]
    public void A_downstream_command_that_ends_the_pipeline_leaves_a_warning_about_pending_launches()
    {
        _shell.AddImage("other", "ap-beijing");
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = "RunInstances", Region = "ap-guangzhou", Times = 1000 });

        var result = _shell.Run(First("Get-TccImage -ImageName golden-web*, other -Region ap-guangzhou, ap-beijing | New-TccInstanceFromImage -InstanceType S5.MEDIUM4"));
        Assert.Equal("ap-beijing", Assert.Single(result.All<TccInstance>()).Region);

        Assert.Contains("img-gweb2024 in ap-guangzhou (client token ", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_with_ErrorAction_Stop_names_the_pending_launches()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = "RunInstances", Region = "ap-guangzhou", Times = 1000 });

        _shell.Run("try { [pscustomobject]@{ ImageId = 'img-gweb2024'; Region = 'ap-guangzhou' }, [pscustomobject]@{ ImageId = 'img-unknown1'; Region = 'ap-shanghai' } | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -ErrorAction Stop } catch { }");

        var warning = Assert.Single(_shell.Host.Warnings);
        Assert.Contains("img-gweb2024 in ap-guangzhou (client token ", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("img-unknown1", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_that_are_pending_are_named_after_ErrorAction_Stop()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = "SyncImages" });
        _shell.Cloud.Faults.Add(Clouds.Refusal("LimitExceeded", "SyncImages", times: 1000));

        _shell.Run("try { 'img-gweb2024', 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-shanghai -ErrorAction Stop } catch { }");

        Assert.Contains(" to ap-shanghai", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_ends_early_without_pending_requests_is_silent()
    {
        Assert.Single(_shell.Run(First("'img-gweb2024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Count 2")).All<TccInstance>());
        Assert.Single(_shell.Run(First("Copy-TccCustomImage img-gweb2024 ap-shanghai")).All<TccImageCopy>());

        Assert.Empty(_shell.Host.Warnings);
    }

    public void Dispose() => _shell.Dispose();

    // The hosted engine has no Select-Object -First 1.
    private static string First(string pipeline) => $"foreach ($once in 1) {{ {pipeline} | ForEach-Object {{ $_; break }} }}";

    private ShellResult WithPassword(string password)
    {
        _shell.Set("password", new NetworkCredential("", password).SecurePassword);
        return _shell.Run($"{Line} -Password $password");
    }

    private void Delete(IEnumerable<string> instanceIds, string? state)
    {
        foreach (var id in instanceIds)
        {
            Assert.True(state is null
                ? _shell.Cloud.RemoveInstance(id)
                : _shell.Cloud.UpdateInstance(id, instance => instance with { State = state }));
        }
    }

    private static string[] Ids(ShellResult result) => [.. result.All<TccInstance>().Select(row => row.InstanceId)];
}
