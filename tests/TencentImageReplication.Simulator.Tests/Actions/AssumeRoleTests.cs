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
    [InlineData("image-replication", "tests", 600, "InvalidParameter.ResouceError")]
    [InlineData("qcs::cam::uin/100000000001:role/image-replication", "tests", 600, "InvalidParameter.ResouceError")]
    [InlineData("qcs::cam::uin/100000000009:roleName/image-replication", "tests", 600, "InvalidParameter.AccountNotAvaliable")]
    [InlineData("qcs::cam::uin/100000000001:role/tencentcloudServiceRoleName/image-replication", "tests", 600, "ResourceNotFound.RoleNotFound")]
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

    [Theory]
    [InlineData("qcs::cam::uin/100000000001:roleName/image-replication")]
    [InlineData("qcs::cam::uin/100000000001:role/4611686018427397919")]
    [InlineData("qcs::cam::uin/100000000001:role/tencentcloudServiceRole/4611686018427397920")]
    [InlineData("qcs::cam::uin/100000000001:role/tencentcloudServiceRoleName/testServiceRoleName")]
    public async Task A_role_has_a_resource_name_by_its_name_and_one_by_its_ID(string arn)
    {
        _simulation.Cloud.PutRole(SimulatedWorld.Role with { RoleId = "4611686018427397919" });
        _simulation.Cloud.PutRole(SimulatedWorld.Role with { Name = "testServiceRoleName", RoleId = "4611686018427397920", IsServiceRole = true });

        await _simulation.SucceedAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "tests" });
    }

    [Fact]
    public async Task The_key_of_a_role_says_whose_it_is()
    {
        _simulation.Cloud.AddAccount(SimulatedWorld.Partner with { SubAccountId = "200000000005", SecretId = "AKIDsub", SecretKey = "sub" });
        var caller = _simulation.Cloud.Accounts[^1];
        _simulation.Cloud.PutRole(SimulatedWorld.Role with { RoleId = "4611686018427397919" });
        await _simulation.SucceedAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "nightly", SourceIdentity = "200000000005" }, account: caller);
        var key = _simulation.Cloud.Accounts[^1];

        var response = await _simulation.SendAsync(
            _simulation.Request("GetCallerIdentity", null, Simulation.Guangzhou, new Dictionary<string, string> { ["X-TC-Token"] = key.Token! }), key);
        var fields = ResponseBody.Parse(response.Body).Fields;

        Assert.Equal("CAMRole", fields.GetProperty("Type").GetString());
        Assert.Equal(SimulatedWorld.Owner.AccountId, fields.GetProperty("AccountId").GetString());
        Assert.Equal("4611686018427397919:nightly", fields.GetProperty("UserId").GetString());
        Assert.Equal("200000000005", fields.GetProperty("PrincipalId").GetString());
        Assert.Equal("qcs::sts:100000000001:assumed-role/4611686018427397919", fields.GetProperty("Arn").GetString());
    }

    [Fact]
    public async Task The_key_of_a_sub_account_has_the_form_of_the_example()
    {
        _simulation.Cloud.AddAccount(SimulatedWorld.Partner with { SubAccountId = "200000000005", SecretId = "AKIDsub", SecretKey = "sub" });

        var fields = (await _simulation.SucceedAsync("GetCallerIdentity", account: _simulation.Cloud.Accounts[^1])).Fields;

        Assert.Equal("CAMUser", fields.GetProperty("Type").GetString());
        Assert.Equal("qcs::cam:100000000002:uin/200000000005", fields.GetProperty("Arn").GetString());
    }

    public static TheoryData<string, string?> Parameters => new()
    {
        { """{ "Tags": [ { "Key": "a", "Value": "" }, { "Key": "b", "Value": "x" } ] }""", null },
        { """{ "Tags": [ { "Key": "a", "Value": "1" }, { "Key": "a", "Value": "2" } ] }""", "InvalidParameter.ParamError" },
        { """{ "Tags": [ { "Key": "", "Value": "1" } ] }""", "InvalidParameter.ParamError" },
        { """{ "Tags": [ { "Key": "a" } ] }""", "MissingParameter" },
        { """{ "SourceIdentity": "100000000001" }""", null },
        { """{ "SourceIdentity": "100000000002" }""", "InvalidParameter.ParamError" },
        { """{ "SourceIdentity": "me" }""", "InvalidParameter.ParamError" },
        { """{ "SerialNumber": "qcs::cam:uin/100000000001::mfa/softToken", "TokenCode": "482724" }""", null },
        { """{ "SerialNumber": "qcs::cam:uin/100000000001::mfa/softToken", "TokenCode": "000000" }""", "FailedOperation.CheckMFAError" },
        { """{ "SerialNumber": "qcs::cam:uin/100000000002::mfa/softToken", "TokenCode": "482724" }""", "FailedOperation.CheckMFAError" },
        { """{ "SerialNumber": "qcs::cam:uin/100000000001::mfa/wechat", "TokenCode": "482724" }""", "FailedOperation.MFATypeNotSupported" },
        { """{ "SerialNumber": "softToken", "TokenCode": "482724" }""", "InvalidParameter.ParamError" },
        { """{ "TokenCode": "482724" }""", "InvalidParameter.ParamError" },
        { """{ "SerialNumber": "qcs::cam:uin/100000000001::mfa/softToken" }""", "InvalidParameter.ParamError" },
        { """{ "ExternalId": "x" }""", "InvalidParameter.ParamError" },
        { """{ "ExternalId": "role-external-id" }""", null },
        { """{ "Policy": "%7B%22version%22%3A%222.0%22%2C%22statement%22%3A%5B%7B%22effect%22%3A%22allow%22%7D%5D%7D" }""", null },
        { """{ "Policy": "%7B%22version%22%3A%222.0%22%2C%22statement%22%3A%5B%7B%22principal%22%3A%22x%22%7D%5D%7D" }""", "InvalidParameter.StrategyInvalid" },
        { """{ "Policy": "allow" }""", "InvalidParameter.StrategyFormatError" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task The_other_parameters_are_checked_as_documented(string json, string? code)
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { MfaCode = "482724" });
        var parameters = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        parameters["RoleArn"] = Arn;
        parameters["RoleSessionName"] = "tests";

        Assert.Equal(code, (await _simulation.CallAsync("AssumeRole", System.Text.Encoding.UTF8.GetBytes(parameters.ToJsonString()))).Code);
    }

    [Fact]
    public async Task A_role_can_require_an_external_ID_and_a_code()
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { MfaCode = "482724" });
        _simulation.Cloud.PutRole(SimulatedWorld.Role with { ExternalId = "ours", RequiresMfa = true });
        const string Serial = "qcs::cam:uin/100000000001::mfa/softToken";

        Assert.Equal("UnauthorizedOperation", await _simulation.FailAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests", ExternalId = "ours" }));
        Assert.Equal("UnauthorizedOperation", await _simulation.FailAsync(
            "AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests", ExternalId = "theirs", SerialNumber = Serial, TokenCode = "482724" }));
        await _simulation.SucceedAsync("AssumeRole", new { RoleArn = Arn, RoleSessionName = "tests", ExternalId = "ours", SerialNumber = Serial, TokenCode = "482724" });
    }

    [Fact]
    public async Task An_empty_region_is_none()
    {
        Assert.Equal("MissingParameter", await _simulation.FailAsync("GetCallerIdentity", region: ""));
        await _simulation.SucceedAsync("DescribeRegions", region: "");
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
