using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class AutoScalingListTests
{
    private readonly Fleet _fleet = new(instances: 3);

    private Simulation Simulation => _fleet.Simulation;

    [Fact]
    public async Task A_group_has_every_field_and_counts_its_instances()
    {
        Simulation.Cloud.UpdateInstance(_fleet.InstanceIds[0], instance => instance with { State = InstanceStates.Stopped });

        var group = await _fleet.DescribedGroupAsync();

        Assert.Empty(Missing("AutoScalingGroup", group));
        Assert.Equal(
            (Fleet.GroupId, "web-asg", "web", "NORMAL", "ENABLED", "NOT_IN_ACTIVITY", 3, 2),
            (group.GetProperty("AutoScalingGroupId").GetString(), group.GetProperty("AutoScalingGroupName").GetString(), group.GetProperty("LaunchConfigurationName").GetString(),
                group.GetProperty("AutoScalingGroupStatus").GetString(), group.GetProperty("EnabledStatus").GetString(), group.GetProperty("InActivityStatus").GetString(),
                group.GetProperty("InstanceCount").GetInt32(), group.GetProperty("InServiceInstanceCount").GetInt32()));
    }

    [Fact]
    public async Task A_group_with_a_load_balancer_names_it()
    {
        var group = await new Fleet(1, loadBalancerId: "lb-web00001").DescribedGroupAsync();

        Assert.Equal("lb-web00001", Assert.Single(group.GetProperty("ForwardLoadBalancerSet").EnumerateArray()).GetProperty("LoadBalancerId").GetString());
    }

    [Fact]
    public async Task A_configuration_has_every_field_except_those_of_other_charge_types()
    {
        var configuration = (await Simulation.SucceedAsync("DescribeLaunchConfigurations")).List("LaunchConfigurationSet").Single();

        Assert.Equal(["InstanceChargePrepaid"], Missing("LaunchConfiguration", configuration));
        Assert.Equal((Fleet.OldImageId, "NORMAL", 1), (configuration.GetProperty("ImageId").GetString(), configuration.GetProperty("LaunchConfigurationStatus").GetString(), configuration.GetProperty("VersionNumber").GetInt32()));
        Assert.Equal(Fleet.GroupId, Assert.Single(configuration.GetProperty("AutoScalingGroupAbstractSet").EnumerateArray()).GetProperty("AutoScalingGroupId").GetString());
    }

    [Fact]
    public async Task A_configuration_whose_image_is_gone_says_so()
    {
        Simulation.Cloud.RemoveImage(Fleet.OldImageId);

        var configuration = (await Simulation.SucceedAsync("DescribeLaunchConfigurations")).List("LaunchConfigurationSet").Single();

        Assert.Equal("IMAGE_ABNORMAL", configuration.GetProperty("LaunchConfigurationStatus").GetString());
    }

    [Fact]
    public async Task An_instance_has_every_field_and_the_state_that_follows_from_that_of_cvm()
    {
        Simulation.Cloud.UpdateInstance(_fleet.InstanceIds[1], instance => instance with { State = InstanceStates.Stopped });
        Simulation.Cloud.RemoveInstance(_fleet.InstanceIds[2]);

        var instances = (await Simulation.SucceedAsync("DescribeAutoScalingInstances")).List("AutoScalingInstanceSet");

        Assert.All(instances, instance => Assert.Empty(Missing("Instance", instance)));
        Assert.Equal(["IN_SERVICE", "STOPPED"], instances.Select(instance => instance.GetProperty("LifeCycleState").GetString()));
    }

    [Theory]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "auto-scaling-group-id", Fleet.GroupId, 1)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "auto-scaling-group-name", "web", 0)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "auto-scaling-group-name", "web-asg", 1)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "vague-auto-scaling-group-name", "web", 1)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "launch-configuration-id", Fleet.ConfigurationId, 1)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "launch-configuration-id", "asc-00000000", 0)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "tag:city", "shenzhen", 1)]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupSet", "tag-key", "town", 0)]
    [InlineData("DescribeLaunchConfigurations", "LaunchConfigurationSet", "launch-configuration-id", Fleet.ConfigurationId, 1)]
    [InlineData("DescribeLaunchConfigurations", "LaunchConfigurationSet", "launch-configuration-name", "we", 0)]
    [InlineData("DescribeLaunchConfigurations", "LaunchConfigurationSet", "vague-launch-configuration-name", "we", 1)]
    [InlineData("DescribeLaunchConfigurations", "LaunchConfigurationSet", "tag-value", "shenzhen", 1)]
    [InlineData("DescribeAutoScalingInstances", "AutoScalingInstanceSet", "auto-scaling-group-id", Fleet.GroupId, 3)]
    [InlineData("DescribeAutoScalingInstances", "AutoScalingInstanceSet", "instance-id", "ins-00000000", 0)]
    [InlineData("DescribeAutoScalingInstances", "AutoScalingInstanceSet", "private-ip-address", "10.0.0.1", 0)]
    public async Task A_filter_selects(string action, string list, string filter, string value, int count)
    {
        var response = await Simulation.SucceedAsync(action, new { Filters = new[] { new { Name = filter, Values = new[] { value } } } });

        Assert.Equal((count, count), ((int)response.TotalCount, response.List(list).Count));
    }

    [Theory]
    [InlineData("DescribeAutoScalingGroups")]
    [InlineData("DescribeLaunchConfigurations")]
    [InlineData("DescribeAutoScalingInstances")]
    public async Task Others_see_nothing(string action)
    {
        Assert.Equal(0, (await Simulation.SucceedAsync(action, region: "ap-beijing")).TotalCount);
        Assert.Equal(0, (await Simulation.SucceedAsync(action, account: SimulatedWorld.Partner)).TotalCount);
        Assert.Equal("MissingParameter", await Simulation.FailAsync(action, region: ""));
    }

    [Theory]
    [InlineData("as.tencentcloudapi.com", null)]
    [InlineData("as.intl.tencentcloudapi.com", null)]
    [InlineData("as.ap-guangzhou.tencentcloudapi.com", null)]
    [InlineData("127.0.0.1:8555", null)]
    [InlineData("autoscaling.tencentcloudapi.com", "NoSuchProduct")]
    [InlineData("cvm.tencentcloudapi.com", "NoSuchProduct")]
    public async Task The_service_has_hosts_of_its_own(string host, string? code)
    {
        var request = Simulation.Request("DescribeAutoScalingGroups", null, Simulation.Guangzhou, host: host);

        Assert.Equal(code, await Simulation.CodeAsync(request, Simulation.Signing() with { Service = "as" }));
    }

    [Fact]
    public async Task A_list_of_instances_has_pages()
    {
        var response = await Simulation.SucceedAsync("DescribeAutoScalingInstances", new { Offset = 1, Limit = 1 });

        Assert.Equal((3, _fleet.InstanceIds[1]), (response.TotalCount, response.Texts("AutoScalingInstanceSet", "InstanceId").Single()));
    }

    [Theory]
    [InlineData("DescribeAutoScalingGroups", "AutoScalingGroupIds", "asg-00000000", "InvalidParameterConflict", "InvalidParameterValue.LimitExceeded", "InvalidParameterValue.InvalidAutoScalingGroupId")]
    [InlineData("DescribeLaunchConfigurations", "LaunchConfigurationIds", "asc-00000000", "InvalidParameterConflict", "InvalidParameterValue.TooLong", "InvalidParameterValue.InvalidLaunchConfigurationId")]
    [InlineData("DescribeAutoScalingInstances", "InstanceIds", "ins-00000000", "InvalidParameter.Conflict", "InvalidParameterValue.LimitExceeded", "InvalidParameterValue.InvalidInstanceId")]
    [InlineData("DescribeRefreshActivities", "RefreshActivityIds", "asr-00000000", "InvalidParameter.Conflict", "InvalidParameterValue.LimitExceeded", null)]
    public async Task The_codes_of_a_wrong_query_are_those_of_the_action(string action, string idsName, string id, string conflict, string tooMany, string? malformed)
    {
        Task<string> FailAsync(string body) => Simulation.FailAsync(action, Encoding.UTF8.GetBytes(body));

        Assert.Equal(conflict, await FailAsync($$"""{ "{{idsName}}": [ "{{id}}" ], "Filters": [ { "Name": "auto-scaling-group-id", "Values": [] } ] }""".Replace("auto-scaling-group-id", action.EndsWith("Configurations", StringComparison.Ordinal) ? "tag-key" : "auto-scaling-group-id", StringComparison.Ordinal)));
        Assert.Equal(tooMany, await FailAsync($$"""{ "{{idsName}}": [ {{string.Join(',', Enumerable.Repeat($"\"{id}\"", 101))}} ] }"""));
        Assert.Equal(tooMany, await FailAsync("""{ "Limit": 101 }"""));
        Assert.Equal("InvalidParameterValue.InvalidFilter", await FailAsync("""{ "Filters": [ { "Name": "name", "Values": [ "x" ] } ] }"""));
        if (malformed is null)
            Assert.Equal(0, (await Simulation.SucceedAsync(action, Encoding.UTF8.GetBytes($$"""{ "{{idsName}}": [ "web" ] }"""))).TotalCount);
        else
            Assert.Equal(malformed, await FailAsync($$"""{ "{{idsName}}": [ "web" ] }"""));
        Assert.Equal(0, (await Simulation.SucceedAsync(action, Encoding.UTF8.GetBytes($$"""{ "{{idsName}}": [ "{{id}}" ] }"""))).TotalCount);
    }

    [Theory]
    [InlineData("""{ "Filters": [ { "Name": "auto-scaling-group-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidAutoScalingGroupId")]
    [InlineData("""{ "Filters": [ { "Name": "instance-id", "Values": [ "web" ] } ] }""", "InvalidParameterValue.InvalidInstanceId")]
    [InlineData("""{ "Filters": [ { "Name": "private-ip-address", "Values": [ "web" ] } ] }""", "InvalidParameterValue.Filter")]
    [InlineData("""{ "Filters": [ { "Name": "instance-id", "Values": [ "1", "2", "3", "4", "5", "6" ] } ] }""", "LimitExceeded.FilterValuesTooLong")]
    public async Task A_wrong_filter_is_refused(string body, string code) =>
        Assert.Equal(code, await Simulation.FailAsync("DescribeAutoScalingInstances", Encoding.UTF8.GetBytes(body)));

    private IEnumerable<string> Missing(string type, JsonElement value) =>
        Simulation.Cloud.Actions.Schema("DescribeAutoScalingGroups").Fields(type)!.Keys.Where(name => !value.TryGetProperty(name, out _));
}
