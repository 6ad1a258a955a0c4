using System.Globalization;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Plans.Connecting;

/// <summary>The connections of a plan, run by the second account of the simulator, which a role of the first one trusts.</summary>
public sealed class PlanConnectionsTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly TemporaryHome _home = new();
    private readonly SimulatedCloud _cloud;

    public PlanConnectionsTests() => _cloud = SimulatedWorld.Create(new SimulatedCloudOptions(), _clock);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_own_account_is_that_of_the_command()
    {
        var connection = await GetAsync(Connections(), null);

        Assert.Equal((ReplicationPlan.OwnAccount, SimulatedWorld.Partner.AccountId), (connection.Name, connection.AccountId));
    }

    [Fact]
    public async Task A_role_is_assumed_once_with_the_credentials_of_the_command()
    {
        var connections = Connections(new PlanAccount("prod", SimulatedWorld.Role.Arn, null));

        var first = await GetAsync(connections, "prod");
        var second = await GetAsync(connections, "prod");
        var images = await first.Client.FindImagesAsync(SimulatedWorld.Region, [SimulatedWorld.DatabaseImageId], CancellationToken.None);

        Assert.Same(first, second);
        Assert.Equal(("prod", SimulatedWorld.Owner.AccountId), (first.Name, first.AccountId));
        Assert.Single(images);
        Assert.Equal((1, 1), (_cloud.CallCounts["AssumeRole"], _cloud.CallCounts["GetCallerIdentity"]));
    }

    [Fact]
    public async Task A_connection_that_is_open_can_be_used_after_the_command()
    {
        var connections = Connections(
            new PlanAccount("prod", SimulatedWorld.Role.Arn, null), new PlanAccount("lost", "qcs::cam::uin/100000000001:roleName/missing", null));
        Assert.Null(connections.Find("prod"));
        await GetAsync(connections, "prod");
        await Assert.ThrowsAsync<CredentialException>(() => GetAsync(connections, "lost"));

        var images = await new CvmClient(connections.Find("PROD")!).FindImagesAsync(SimulatedWorld.Region, [SimulatedWorld.DatabaseImageId], CancellationToken.None);

        Assert.Single(images);
        Assert.Null(connections.Find("lost"));
    }

    [Fact]
    public async Task The_key_of_a_profile_is_used_at_the_hosts_of_the_command()
    {
        _home.Write(
            ".tccli/golden.credential",
            $$"""{"secretId": "{{SimulatedWorld.Owner.SecretId}}", "secretKey": "{{SimulatedWorld.Owner.SecretKey}}"}""");
        _home.Write(".tccli/golden.configure", """{"_sys_param": {"output": "json"}, "cvm": {"endpoint": "cvm.example.com"}}""");

        var connection = await GetAsync(Connections(new PlanAccount("prod", null, "golden")), "prod");

        Assert.Equal(SimulatedWorld.Owner.AccountId, connection.AccountId);
        Assert.Contains("golden", connection.Connection.CredentialDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_cannot_be_assumed_is_reported_to_each_caller_and_stops_no_other_account()
    {
        var connections = Connections(new PlanAccount("prod", "qcs::cam::uin/100000000001:roleName/missing", null));

        var first = await Assert.ThrowsAsync<CredentialException>(() => GetAsync(connections, "prod"));
        var second = await Assert.ThrowsAsync<CredentialException>(() => GetAsync(connections, "prod"));

        Assert.Contains("roleName/missing", first.Message, StringComparison.Ordinal);
        Assert.Same(first, second);
        Assert.Equal(1, _cloud.CallCounts["AssumeRole"]);
        Assert.Equal(SimulatedWorld.Partner.AccountId, (await GetAsync(connections, null)).AccountId);
    }

    [Theory]
    [InlineData("missing", "missing")]
    [InlineData("../x", "file name")]
    public async Task A_profile_that_cannot_be_used_is_a_failure_of_the_credentials(string name, string expected)
    {
        var failure = await Assert.ThrowsAsync<CredentialException>(
            () => GetAsync(Connections(new PlanAccount("prod", null, name)), "prod"));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_names_of_one_account_are_refused()
    {
        _cloud.PutRole(SimulatedWorld.Role with { AccountId = SimulatedWorld.Partner.AccountId });
        var connections = Connections(new PlanAccount("prod", $"qcs::cam::uin/{SimulatedWorld.Partner.AccountId}:roleName/{SimulatedWorld.Role.Name}", null));
        await GetAsync(connections, null);

        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => GetAsync(connections, "prod"));

        Assert.Equal("SameAccountTwice", failure.Violation.Id);
        Assert.Contains("'self' and 'prod'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_whose_ID_cannot_be_read_is_a_failed_request()
    {
        _cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "GetCallerIdentity" });

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => GetAsync(Connections(), null));

        Assert.Equal("GetCallerIdentity", failure.Action);
    }

    private Task<PlanConnection> GetAsync(PlanConnections connections, string? account) =>
        _clock.RunAsync(() => connections.GetAsync(account, CancellationToken.None));

    private PlanConnections Connections(params PlanAccount[] accounts)
    {
        var own = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Partner.SecretId, SimulatedWorld.Partner.SecretKey), "a test"),
            TimeProvider = _clock,
            Handler = new SimulatedCloudHandler(_cloud),
        });
        var scope = new CommandScope((_, _) => { }, verbose: false, debug: false, CultureInfo.InvariantCulture);
        var connector = new AccountConnector(_home.Locations, new ConnectionCaches(_clock), scope);
        return new PlanConnections(new ReplicationPlan("plan.json", new PlanSource(null, SimulatedWorld.Region), accounts, []), own, connector);
    }
}
