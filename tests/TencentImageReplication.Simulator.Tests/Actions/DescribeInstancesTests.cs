using System.Text.Json;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DescribeInstancesTests
{
    private readonly Simulation _simulation = new();

    private async Task<IReadOnlyList<string>> RunAsync(string name, string zone = "ap-guangzhou-3", int count = 1, object? more = null)
    {
        var response = await _simulation.SucceedAsync("RunInstances", new
        {
            ImageId = SimulatedWorld.WebImageId,
            Placement = new { Zone = zone },
            InstanceName = name,
            InstanceCount = count,
            InternetAccessible = more,
            TagSpecification = new[] { new { ResourceType = "instance", Tags = new[] { new { Key = "name", Value = name } } } },
        });
        return response.Texts("InstanceIdSet");
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string filter, params string[] values)
    {
        var response = await _simulation.SucceedAsync("DescribeInstances", new { Filters = new[] { new { Name = filter, Values = values } } });
        return [.. response.Texts("InstanceSet", "InstanceName").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Instances_are_found_by_id_in_their_region_by_their_owner()
    {
        var ids = await RunAsync("web", count: 2);

        Assert.Equal(ids.Order(), (await _simulation.SucceedAsync("DescribeInstances", new { InstanceIds = ids })).Texts("InstanceSet", "InstanceId").Order());
        Assert.Equal(0, (await _simulation.SucceedAsync("DescribeInstances", new { InstanceIds = ids }, "ap-shanghai")).TotalCount);
        Assert.Equal(0, (await _simulation.SucceedAsync("DescribeInstances", new { InstanceIds = ids }, account: SimulatedWorld.Partner)).TotalCount);
    }

    [Fact]
    public async Task Every_documented_filter_works()
    {
        var web = (await RunAsync("web", more: new { InternetMaxBandwidthOut = 1 }))[0];
        _simulation.Time.Advance(TimeSpan.FromHours(1));
        await RunAsync("db", "ap-guangzhou-4");
        var instance = Assert.Single(_simulation.Cloud.Instances(), instance => instance.InstanceId == web);

        Assert.Equal(["web"], await NamesAsync("instance-id", web));
        Assert.Equal(["web"], await NamesAsync("instance-name", "web"));
        Assert.Empty(await NamesAsync("instance-name", "we"));
        Assert.Equal(["web"], await NamesAsync("zone", "ap-guangzhou-3"));
        Assert.Equal(["db", "web"], await NamesAsync("zone", "ap-guangzhou-3", "ap-guangzhou-4"));
        Assert.Equal(["web"], await NamesAsync("uuid", instance.Uuid));
        Assert.Equal(["db", "web"], await NamesAsync("vpc-id", instance.Network.VpcId));
        Assert.Equal(["web"], await NamesAsync("subnet-id", instance.Network.SubnetId));
        Assert.Equal(["db", "web"], await NamesAsync("security-group-id", instance.Network.SecurityGroupId));
        Assert.Equal(["web"], await NamesAsync("private-ip-address", instance.PrivateIpAddress));
        Assert.Equal(["web"], await NamesAsync("public-ip-address", instance.PublicIpAddress!));
        Assert.Equal(["db", "web"], await NamesAsync("instance-charge-type", "POSTPAID_BY_HOUR"));
        Assert.Equal(["db"], await NamesAsync("instance-state", "PENDING"));
        Assert.Equal(["db", "web"], await NamesAsync("project-id", "0"));
        Assert.Equal(["db", "web"], await NamesAsync("tag-key", "name"));
        Assert.Equal(["db"], await NamesAsync("tag-value", "db"));
        Assert.Equal(["db"], await NamesAsync("tag:name", "db"));
        Assert.Equal(["db"], await NamesAsync("creation-start-time", "2026-08-01 12:30:00"));
        Assert.Equal(["web"], await NamesAsync("creation-end-time", "2026-08-01 12:30:00"));
        Assert.Empty(await NamesAsync("host-id", "host-00000000"));
        Assert.Empty(await NamesAsync("dedicated-cluster-id", "cluster-00000000"));
        Assert.Empty(await NamesAsync("ipv6-address", "::1"));
    }

    [Theory]
    [InlineData("""{"InstanceIds":["ins-00000000"],"Filters":[{"Name":"zone","Values":["z"]}]}""", "InvalidParameter")]
    [InlineData("""{"InstanceIds":["web"]}""", "InvalidInstanceId.Malformed")]
    [InlineData("""{"Filters":[{"Name":"image-id","Values":["img-gweb2024"]}]}""", "InvalidFilter")]
    [InlineData("""{"Filters":[{"Name":"zone","Values":["1","2","3","4","5","6"]}]}""", "InvalidFilterValue.LimitExceeded")]
    [InlineData("""{"Filters":[{"Name":"zone","Values":["ap-shanghai-2"]}]}""", "InvalidZone.MismatchRegion")]
    [InlineData("""{"Filters":[{"Name":"host-id","Values":["mine"]}]}""", "InvalidHostId.Malformed")]
    [InlineData("""{"Filters":[{"Name":"vpc-id","Values":["mine"]}]}""", "InvalidParameterValue.VpcIdMalformed")]
    [InlineData("""{"Filters":[{"Name":"subnet-id","Values":["mine"]}]}""", "InvalidParameterValue.SubnetIdMalformed")]
    [InlineData("""{"Filters":[{"Name":"instance-id","Values":["web"]}]}""", "InvalidParameterValue.InstanceIdMalformed")]
    [InlineData("""{"Filters":[{"Name":"security-group-id","Values":["mine"]}]}""", "InvalidSgId.Malformed")]
    [InlineData("""{"Filters":[{"Name":"security-group-id","Values":["sg-00000000"]}]}""", "InvalidSecurityGroupId.NotFound")]
    [InlineData("""{"Filters":[{"Name":"uuid","Values":["1"]}]}""", "InvalidParameterValue.UuidMalformed")]
    [InlineData("""{"Filters":[{"Name":"project-id","Values":["default"]}]}""", "InvalidParameterValue")]
    [InlineData("""{"Filters":[{"Name":"private-ip-address","Values":["::1"]}]}""", "InvalidParameterValue.IPAddressMalformed")]
    [InlineData("""{"Filters":[{"Name":"public-ip-address","Values":["1.2.3.400"]}]}""", "InvalidParameterValue.IPAddressMalformed")]
    [InlineData("""{"Filters":[{"Name":"ipv6-address","Values":["1.2.3.4"]}]}""", "InvalidParameterValue.IPv6AddressMalformed")]
    [InlineData("""{"Filters":[{"Name":"creation-end-time","Values":["today"]}]}""", "InvalidParameterValue.InvalidTimeFormat")]
    [InlineData("""{"Limit":101}""", "InvalidParameterValue.LimitExceeded")]
    [InlineData("""{"Offset":-1}""", "InvalidParameterValue.LimitExceeded")]
    public async Task A_wrong_request_is_refused(string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("DescribeInstances", System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task A_time_must_look_like_one()
    {
        await RunAsync("web");

        Assert.Equal("InvalidParameterValue.InvalidTimeFormat", await _simulation.FailAsync("DescribeInstances", new { Filters = new[] { new { Name = "creation-start-time", Values = new[] { "noon" } } } }));
    }

    [Fact]
    public async Task A_hundred_ids_are_enough() =>
        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync("DescribeInstances", new { InstanceIds = Enumerable.Repeat("ins-00000000", 101) }));

    [Fact]
    public async Task A_page_has_twenty_instances_by_default()
    {
        await RunAsync("bulk", count: 45);

        var last = await _simulation.SucceedAsync("DescribeInstances", new { Offset = 40 });

        Assert.Equal(45, last.TotalCount);
        Assert.Equal(5, last.List("InstanceSet").Count);
        Assert.Equal(20, (await _simulation.SucceedAsync("DescribeInstances")).List("InstanceSet").Count);
    }

    [Fact]
    public async Task The_latest_operation_shows_the_result_of_the_start()
    {
        _simulation.Options.LaunchFails = true;
        await RunAsync("web");
        var before = (await _simulation.SucceedAsync("DescribeInstances")).List("InstanceSet")[0];
        _simulation.Time.Advance(_simulation.Options.LaunchDuration);
        var after = (await _simulation.SucceedAsync("DescribeInstances")).List("InstanceSet")[0];

        Assert.Equal(("PENDING", "OPERATING"), (before.GetProperty("InstanceState").GetString(), before.GetProperty("LatestOperationState").GetString()));
        Assert.Equal(JsonValueKind.Null, before.GetProperty("LatestOperationErrorMsg").ValueKind);
        Assert.Equal(("LAUNCH_FAILED", "FAILED"), (after.GetProperty("InstanceState").GetString(), after.GetProperty("LatestOperationState").GetString()));
        Assert.NotEqual("", after.GetProperty("LatestOperationErrorMsg").GetString());
    }
}
