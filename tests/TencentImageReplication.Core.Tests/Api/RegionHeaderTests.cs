using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Tests.Api;

/// <summary>The actions send the header <c>X-TC-Region</c> if the documentation says that they need it.</summary>
/// <remarks>
/// Source: the pages of the actions. STS 1150/49456 (AssumeRole) and 1150/49453 (GetCallerIdentity): required. Tag 651/72280 and
/// 651/46533: not needed. CVM and auto scaling: required, except for DescribeRegions. TAT: its
/// instances belong to a region; an old copy of page 1147/46690 lists the header as not needed. The API metadata does not list headers.
/// </remarks>
public sealed class RegionHeaderTests
{
    private static readonly Dictionary<string, bool> Documented = new(StringComparer.Ordinal)
    {
        ["sts AssumeRole"] = true,
        ["sts GetCallerIdentity"] = true,
        ["tag TagResources"] = false,
        ["tag UnTagResources"] = false,
        ["tag GetResources"] = false,
        ["cvm DescribeRegions"] = false,
        ["as DescribeLaunchConfigurations"] = true,
        ["as DescribeAutoScalingGroups"] = true,
        ["as DescribeAutoScalingInstances"] = true,
        ["as ModifyLaunchConfigurationAttributes"] = true,
        ["as StartInstanceRefresh"] = true,
        ["as StopInstanceRefresh"] = true,
        ["as ResumeInstanceRefresh"] = true,
        ["as RollbackInstanceRefresh"] = true,
        ["as DescribeRefreshActivities"] = true,
        ["tat DescribeAutomationAgentStatus"] = true,
        ["tat RunCommand"] = true,
        ["tat DescribeInvocationTasks"] = true,
    };

    public static TheoryData<string> Actions => [.. ClientActions.All.Select(ClientActions.NameOf)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_needs_a_region_if_its_page_says_so(string name)
    {
        var action = ClientActions.All.Single(action => ClientActions.NameOf(action) == name);
        var needed = Documented.TryGetValue(name, out var documented)
            ? documented
            : name.StartsWith("cvm ", StringComparison.Ordinal) ? true : throw new InvalidOperationException($"Look up the page of {name}.");

        Assert.Equal(needed, (bool)action.GetType().GetProperty("NeedsRegion")!.GetValue(action)!);
    }

    [Fact]
    public void All_services_are_looked_at() =>
        Assert.Equal(["as", "cvm", "sts", "tag", "tat"], ClientActions.All.Select(action => ClientActions.NameOf(action).Split(' ')[0]).Distinct().Order());

    [Fact]
    public async Task A_call_that_needs_a_region_is_not_sent_without_one()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var connection = Connections.To(handler, new VirtualClock());

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(connection, null));
        Assert.Empty(handler.Sent);

        await SendAsync(connection, "ap-nanjing");
        Assert.Equal("ap-nanjing", Assert.Single(handler.Sent).Headers["X-TC-Region"]);
    }

    [Fact]
    public async Task A_call_that_needs_no_region_is_sent_without_one()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var connection = Connections.To(handler, new VirtualClock());

        await new CvmClient(connection).DescribeRegionsAsync(default);
        await connection.SendAsync(
            TagResources.Action, new TagResourcesRequest { ResourceList = ["qcs:"], Tags = [new("k", "v")] }, null, default);

        Assert.All(handler.Sent, sent => Assert.DoesNotContain("X-TC-Region", sent.Headers.Keys));
    }

    private static Task<GetCallerIdentityResponse> SendAsync(TencentCloudConnection connection, string? region) =>
        connection.SendAsync(GetCallerIdentity.Action, new GetCallerIdentityRequest(), region, default);
}
