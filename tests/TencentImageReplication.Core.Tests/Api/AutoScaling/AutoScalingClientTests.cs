using System.Text.Json;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Api.AutoScaling;

public sealed class AutoScalingClientTests
{
    private const string Region = "ap-shanghai";

    [Fact]
    public async Task Calls_go_to_the_host_of_auto_scaling_with_its_version()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok("\"TotalCount\":0,\"LaunchConfigurationSet\":[]"));

        Assert.Empty(await ReadAsync(Client(handler).ListLaunchConfigurationsAsync(Region, default)));

        var sent = Assert.Single(handler.Sent);
        Assert.Equal("https://as.tencentcloudapi.com/", sent.Uri.ToString());
        Assert.Equal(("2018-04-19", Region), (sent.Headers["X-TC-Version"], sent.Headers["X-TC-Region"]));
        Assert.Contains("/as/tc3_request", sent.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_launch_configurations_of_all_pages_come_once()
    {
        var handler = Pages("LaunchConfigurationSet", "LaunchConfigurationId", 120);

        var read = await ReadAsync(Client(handler).ListLaunchConfigurationsAsync(Region, default));

        Assert.Equal(Enumerable.Range(0, 120).Select(index => $"x-{index}"), read.Select(configuration => configuration.LaunchConfigurationId));
        Assert.Equal([0L, 99L], handler.Sent.Select(sent => sent.Json["Offset"]!.GetValue<long>()));
    }

    [Fact]
    public async Task The_groups_of_all_pages_come_once()
    {
        var handler = Pages("AutoScalingGroupSet", "AutoScalingGroupId", 120);

        var read = await ReadAsync(Client(handler).ListGroupsAsync(Region, default));

        Assert.Equal(120, read.Select(group => group.AutoScalingGroupId).Distinct().Count());
        Assert.All(handler.Sent, sent => Assert.Equal(100, sent.Json["Limit"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Configurations_are_found_by_a_hundred_ids_at_a_time()
    {
        var handler = new StubHandler((sent, _) =>
        {
            var found = sent.Json["LaunchConfigurationIds"]!.AsArray().Select(id => $$"""{"LaunchConfigurationId":"{{id}}"}""").ToList();
            return Task.FromResult(StubHandler.Ok($"\"TotalCount\":{found.Count},\"LaunchConfigurationSet\":[{string.Join(',', found)}]"));
        });
        string[] ids = [.. Enumerable.Range(0, 130).Select(index => $"asc-{index}"), "asc-0"];

        var read = await ReadAsync(Client(handler).ListLaunchConfigurationsAsync(Region, ids, default));

        Assert.Equal(ids.Distinct(), read.Select(configuration => configuration.LaunchConfigurationId));
        Assert.Equal([100, 30], handler.Sent.Select(sent => sent.Json["LaunchConfigurationIds"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("\"TotalCount\":2,\"LaunchConfigurationSet\":null,\"AutoScalingGroupSet\":null")]
    [InlineData("\"TotalCount\":2")]
    public async Task Nothing_for_something_is_an_error(string fields)
    {
        var client = Client(StubHandler.Always(() => StubHandler.Ok(fields)));
        Func<Task>[] lists =
        [
            () => ReadAsync(client.ListLaunchConfigurationsAsync(Region, default)),
            () => ReadAsync(client.ListLaunchConfigurationsAsync(Region, ["asc-1", "asc-2"], default)),
            () => ReadAsync(client.ListGroupsAsync(Region, default)),
        ];

        foreach (var list in lists)
            Assert.Equal(ClientErrorCodes.IncompleteList, (await Assert.ThrowsAsync<TencentCloudException>(list)).Code);
    }

    [Fact]
    public void Unexpected_values_are_none()
    {
        using var document = JsonDocument.Parse(
            """
            {"AutoScalingGroupSet":[{"AutoScalingGroupId":"asg-1","AutoScalingGroupName":null,"DesiredCapacity":"3","InstanceCount":{},"New":1},7]}
            """);

        var response = ModelReader.Read<DescribeAutoScalingGroupsResponse>(document.RootElement);

        var group = Assert.Single(response.AutoScalingGroupSet);
        Assert.Equal(("asg-1", "", 3L), (group.AutoScalingGroupId, group.AutoScalingGroupName, group.DesiredCapacity));
        Assert.Null(group.InstanceCount);
        Assert.Equal(1, response.UnreadableItems);
    }

    private static AutoScalingClient Client(StubHandler handler) => new(Connections.To(handler, new VirtualClock()));

    private static StubHandler Pages(string list, string id, int count) => new((sent, _) =>
    {
        var offset = (int)sent.Json["Offset"]!.GetValue<long>();
        var page = Enumerable.Range(offset, Math.Min(100, count - offset)).Select(index => $$"""{"{{id}}":"x-{{index}}"}""");
        return Task.FromResult(StubHandler.Ok($"\"TotalCount\":{count},\"{list}\":[{string.Join(',', page)}]"));
    });

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var read = new List<T>();
        await foreach (var item in items)
            read.Add(item);
        return read;
    }
}
