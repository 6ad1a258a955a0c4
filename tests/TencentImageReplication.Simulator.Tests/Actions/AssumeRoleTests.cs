using TencentImageReplication.Simulator.State;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class AssumeRoleTests
{
    private static readonly string Arn = SimulatedWorld.Role.Arn;
    private readonly Simulation _simulation = new();

    [Fact]
    public async Task A_key_is_lent_for_two_hours_or_as_long_as_asked_for()
    {
        var usual = await _simulation.SucceedAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests" });
        var asked = await _simulation.SucceedAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests", DurationSeconds = 600 });

        var start = _simulation.Cloud.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(7200, usual.Fields.GetProperty("ExpiredTime").GetInt64() - start);
        Assert.Equal(600, asked.Fields.GetProperty("ExpiredTime").GetInt64() - start);
        Assert.Equal(2, _simulation.Cloud.Accounts.Count(account => account.Token is not null));
        Assert.All(_simulation.Cloud.Accounts.Where(account => account.Token is not null), key => Assert.Equal(SimulatedWorld.Owner.AccountId, key.AccountId));
    }

    [Theory]
    [InlineData("qcs::cam::uin/100000000001:roleName/nobody", "tests", 600, "ResourceNotFound.RoleNotFound")]
    [InlineData("image-replication", "tests", 600, "InvalidParameter.ResouceArnError")]
    [InlineData("qcs::cam::uin/100000000001:roleName/image-replication", "x", 600, "InvalidParameter.ParamError")]
    [InlineData("qcs::cam::uin/100000000001:roleName/image-replication", "tests", 43201, "InvalidParameter.OverTimeError")]
    public async Task A_role_that_cannot_be_assumed_is_refused(string arn, string session, int seconds, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = session, DurationSeconds = seconds }));

    [Fact]
    public async Task A_role_lends_to_those_alone_whom_it_trusts()
    {
        _simulation.Cloud.PutRole(SimulatedWorld.Role with { TrustedAccounts = [SimulatedWorld.Partner.AccountId] });

        Assert.Equal("UnauthorizedOperation", await _simulation.FailAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests" }));
    }

    [Fact]
    public void The_metadata_service_returns_the_role_of_the_instance_and_its_credentials()
    {
        var cloud = _simulation.Cloud;

        Assert.Equal(new InstanceMetadataPage(true, SimulatedWorld.Role.Name), cloud.ReadMetadata(InstanceMetadataPage.RolesPath));
        Assert.Contains("\"Code\":\"Success\"", cloud.ReadMetadata(InstanceMetadataPage.RolesPath + SimulatedWorld.Role.Name).Text, StringComparison.Ordinal);
        Assert.False(cloud.ReadMetadata(InstanceMetadataPage.RolesPath + "nobody").Found);
        Assert.False(cloud.ReadMetadata("/latest/meta-data/").Found);
        cloud.RemoveRole(Arn);
        Assert.False(cloud.ReadMetadata(InstanceMetadataPage.RolesPath).Found);
    }
}
