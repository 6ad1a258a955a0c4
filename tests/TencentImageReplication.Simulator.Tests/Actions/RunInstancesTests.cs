using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class RunInstancesTests
{
    private static readonly SimulatedNetwork Network = SimulatedCloud.DefaultNetwork(SimulatedWorld.Owner.AccountId, "ap-guangzhou-3");
    private readonly Simulation _simulation = new();

    /// <summary>Returns a valid request with the changes of another one.</summary>
    private static JsonObject With(string json = "{}")
    {
        var request = JsonNode.Parse("""{"ImageId":"img-gweb2024","Placement":{"Zone":"ap-guangzhou-3"},"InstanceType":"S5.MEDIUM4"}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            request[name] = value?.DeepClone();
        return request;
    }

    private async Task<SimulatedInstance> RunAsync(string json = "{}")
    {
        var response = await _simulation.SucceedAsync("RunInstances", With(json));
        var id = response.Texts("InstanceIdSet")[0];
        return Assert.Single(_simulation.Cloud.Instances(), instance => instance.InstanceId == id);
    }

    [Fact]
    public async Task A_zone_and_an_image_are_enough()
    {
        var instance = await RunAsync("""{"InstanceType":null}""");

        Assert.Equal(("S5.SMALL1", "未命名", "POSTPAID_BY_HOUR", "PENDING"), (instance.InstanceType, instance.InstanceName, instance.ChargeType, instance.State));
        Assert.Equal(("CLOUD_PREMIUM", 50), (instance.SystemDisk.DiskType, instance.SystemDisk.SizeGB));
        Assert.Null(instance.PublicIpAddress);
    }

    [Theory]
    [InlineData(false, "RUNNING")]
    [InlineData(true, "LAUNCH_FAILED")]
    public async Task An_instance_is_pending_and_then_runs_or_fails(bool fails, string state)
    {
        _simulation.Options.LaunchFails = fails;
        await RunAsync();

        _simulation.Time.Advance(_simulation.Options.LaunchDuration - TimeSpan.FromSeconds(1));
        Assert.Equal("PENDING", _simulation.Cloud.Instances()[0].State);
        _simulation.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(state, _simulation.Cloud.Instances()[0].State);
    }

    [Fact]
    public async Task An_instance_has_the_properties_of_the_request()
    {
        var instance = await RunAsync($$"""
            {
              "InstanceName": "web", "HostName": "web-1", "InstanceCount": 1, "InstanceChargeType": "PREPAID",
              "InstanceChargePrepaid": { "Period": 12, "RenewFlag": "NOTIFY_AND_AUTO_RENEW" },
              "SystemDisk": { "DiskType": "CLOUD_BSSD", "DiskSize": 80 },
              "DataDisks": [{ "DiskType": "CLOUD_SSD", "DiskSize": 100, "DeleteWithInstance": false }, { "DiskSize": 0 }],
              "VirtualPrivateCloud": { "VpcId": "{{Network.VpcId}}", "SubnetId": "{{Network.SubnetId}}", "PrivateIpAddresses": ["172.16.0.9"] },
              "SecurityGroupIds": ["{{Network.SecurityGroupId}}"],
              "InternetAccessible": { "InternetChargeType": "TRAFFIC_POSTPAID_BY_HOUR", "InternetMaxBandwidthOut": 10 },
              "LoginSettings": { "KeyIds": ["{{SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId)}}"] },
              "TagSpecification": [{ "ResourceType": "instance", "Tags": [{ "Key": "env", "Value": "prod" }] }],
              "UserData": "IyEvYmluL3NoCg==", "CamRoleName": "reader", "DisableApiTermination": true, "Placement": { "Zone": "ap-guangzhou-3", "ProjectId": 7 }
            }
            """);

        Assert.Equal(("web", "web-1", "PREPAID", "NOTIFY_AND_AUTO_RENEW"), (instance.InstanceName, instance.HostName, instance.ChargeType, instance.RenewFlag));
        Assert.Equal(_simulation.Time.GetUtcNow().AddMonths(12), instance.ExpiredTime);
        Assert.Equal(("CLOUD_BSSD", 80), (instance.SystemDisk.DiskType, instance.SystemDisk.SizeGB));
        var disk = Assert.Single(instance.DataDisks);
        Assert.Equal(("CLOUD_SSD", 100, false), (disk.DiskType, disk.SizeGB, disk.DeleteWithInstance));
        Assert.Equal((Network, "172.16.0.9", 10), (instance.Network, instance.PrivateIpAddress, instance.InternetMaxBandwidthOut));
        Assert.StartsWith("203.0.113.", instance.PublicIpAddress, StringComparison.Ordinal);
        Assert.Equal([SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId)], instance.KeyIds);
        Assert.Equal([new SimulatedTag("env", "prod")], instance.Tags);
        Assert.Equal(("IyEvYmluL3NoCg==", "reader", true, 7L), (instance.UserData, instance.CamRoleName, instance.DisableApiTermination, instance.ProjectId));
    }

    [Fact]
    public async Task An_instance_has_the_data_disks_of_its_image()
    {
        var instance = await RunAsync("""{"ImageId":"img-gdb02024"}""");

        Assert.Equal(100, instance.SystemDisk.SizeGB);
        Assert.Equal(("snap-gdb0dat1", 200), (instance.DataDisks[0].SnapshotId, instance.DataDisks[0].SizeGB));
    }

    [Fact]
    public async Task A_copy_can_be_started_where_it_is()
    {
        var copy = (await _simulation.CopyAsync("ap-shanghai"))["ap-shanghai"];
        var request = new { ImageId = copy, Placement = new { Zone = "ap-shanghai-3" }, InstanceType = "S5.MEDIUM4" };

        Assert.Equal("InvalidParameterValue.InvalidImageState", await _simulation.FailAsync("RunInstances", request, "ap-shanghai"));
        Assert.Equal("InvalidImageId.NotFound", await _simulation.FailAsync("RunInstances", With($$"""{"ImageId":"{{copy}}"}""")));
        _simulation.Time.Advance(_simulation.Options.CopyDuration);
        await _simulation.SucceedAsync("RunInstances", request, "ap-shanghai");
    }

    [Fact]
    public async Task A_shared_image_and_a_public_one_can_be_started()
    {
        await _simulation.SucceedAsync("RunInstances", With(), account: SimulatedWorld.Partner);
        await _simulation.SucceedAsync("RunInstances", With("""{"ImageId":"img-487zeit5"}"""));
    }

    [Fact]
    public async Task The_same_token_starts_nothing_twice()
    {
        var first = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once","InstanceCount":2}"""));
        var again = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once","InstanceCount":2}"""));
        var other = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"twice"}"""));

        Assert.Equal(first.Texts("InstanceIdSet"), again.Texts("InstanceIdSet"));
        Assert.DoesNotContain(other.Texts("InstanceIdSet")[0], first.Texts("InstanceIdSet"));
        Assert.Equal(3, _simulation.Cloud.Instances().Count);
        await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once"}"""), account: SimulatedWorld.Partner);
        Assert.Equal(4, _simulation.Cloud.Instances().Count);
    }

    [Fact]
    public async Task A_token_counts_for_its_lifetime()
    {
        _simulation.Options.ClientTokenLifetime = TimeSpan.FromHours(1);
        var first = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once"}"""));
        _simulation.Time.Advance(TimeSpan.FromMinutes(59));
        var second = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once"}"""));
        _simulation.Time.Advance(TimeSpan.FromMinutes(1));
        var third = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once"}"""));

        Assert.Equal(first.Texts("InstanceIdSet"), second.Texts("InstanceIdSet"));
        Assert.NotEqual(first.Texts("InstanceIdSet"), third.Texts("InstanceIdSet"));
    }

    [Theory]
    [InlineData(ReusedClientToken.ReturnsInstances)]
    [InlineData(ReusedClientToken.Refused)]
    public async Task A_token_with_other_parameters_is_a_setting(ReusedClientToken setting)
    {
        _simulation.Options.ReusedClientToken = setting;
        var first = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once"}"""));

        var same = await _simulation.SucceedAsync("RunInstances", With("""{"ClientToken":"once","DryRun":false}"""));
        Assert.Equal(first.Texts("InstanceIdSet"), same.Texts("InstanceIdSet"));

        const string Other = """{"ClientToken":"once","InstanceCount":2}""";
        if (setting == ReusedClientToken.Refused)
            Assert.Equal("InvalidParameterValue", await _simulation.FailAsync("RunInstances", With(Other)));
        else
            Assert.Equal(first.Texts("InstanceIdSet"), (await _simulation.SucceedAsync("RunInstances", With(Other))).Texts("InstanceIdSet"));
        Assert.Single(_simulation.Cloud.Instances());
    }

    [Fact]
    public async Task A_dry_run_starts_nothing()
    {
        var response = await _simulation.SucceedAsync("RunInstances", With("""{"DryRun":true}"""));

        Assert.Equal(["RequestId"], response.Fields.EnumerateObject().Select(field => field.Name));
        Assert.Empty(_simulation.Cloud.Instances());
        Assert.Equal("InvalidImageId.NotFound", await _simulation.FailAsync("RunInstances", With("""{"DryRun":true,"ImageId":"img-00000000"}""")));
    }

    [Theory]
    [InlineData("web", "web1", "web2", "web3")]
    [InlineData("web-{R:9}", "web-9", "web-10", "web-11")]
    [InlineData("web-{R:9,F:3}-x", "web-009-x", "web-010-x", "web-011-x")]
    [InlineData("web-{}", "web-{}1", "web-{}2", "web-{}3")]
    public async Task Several_instances_are_numbered(string name, params string[] expected)
    {
        await _simulation.SucceedAsync("RunInstances", With($$"""{"InstanceCount":3,"InstanceName":"{{name}}"}"""));

        Assert.Equal(expected, _simulation.Cloud.Instances().Select(instance => instance.InstanceName));
    }

    [Theory]
    [InlineData("""{"Placement":null}""", "MissingParameter")]
    [InlineData("""{"Placement":{}}""", "MissingParameter")]
    [InlineData("""{"ImageId":null}""", "MissingParameter")]
    [InlineData("""{"ImageId":"golden"}""", "InvalidImageId.Malformed")]
    [InlineData("""{"ImageId":"img-building"}""", "InvalidParameterValue.InvalidImageState")]
    [InlineData("""{"Placement":{"Zone":"ap-shanghai-3"}}""", "InvalidZone.MismatchRegion")]
    [InlineData("""{"Placement":{"Zone":"ap-guangzhou-1"}}""", "ResourceInsufficient.AvailabilityZoneSoldOut")]
    [InlineData("""{"Placement":{"Zone":"ap-guangzhou-3","HostIds":["host-00000000"]}}""", "InvalidHostId.NotFound")]
    [InlineData("""{"InstanceType":"big"}""", "InvalidInstanceType.Malformed")]
    [InlineData("""{"InstanceType":"S5.HUGE"}""", "InvalidParameterValue.InstanceTypeNotFound")]
    [InlineData("""{"InstanceType":"S4.SMALL2"}""", "ResourcesSoldOut.SpecifiedInstanceType")]
    [InlineData("""{"InstanceType":"S6.MEDIUM4"}""", "ResourceUnavailable.InstanceType")]
    [InlineData("""{"InstanceType":"SR1.MEDIUM4"}""", "InvalidParameterValue.InvalidImageForGivenInstanceType")]
    [InlineData("""{"CamRoleName":"a role"}""", "InvalidParameterValue.CamRoleNameMalformed")]
    [InlineData("""{"InstanceCount":0}""", "InvalidParameterValue.Range")]
    [InlineData("""{"InstanceCount":501}""", "InvalidParameterValue.Range")]
    [InlineData("""{"InstanceCount":2,"MinCount":3}""", "InvalidParameterValue.InvalidParameterMinCount")]
    [InlineData("""{"ClientToken":"00000000001111111111222222222233333333334444444444555555555566666"}""", "InvalidClientToken.TooLong")]
    [InlineData("""{"ClientToken":"eins zwei"}""", "InvalidParameterValue")]
    [InlineData("""{"InstanceChargeType":"FREE"}""", "InvalidParameterValue")]
    [InlineData("""{"InstanceChargeType":"CDHPAID"}""", "UnsupportedOperation")]
    [InlineData("""{"InstanceChargeType":"PREPAID"}""", "MissingParameter")]
    [InlineData("""{"InstanceChargeType":"PREPAID","InstanceChargePrepaid":{"Period":13}}""", "InvalidPeriod")]
    [InlineData("""{"InstanceChargeType":"PREPAID","InstanceChargePrepaid":{"Period":1,"RenewFlag":"MAYBE"}}""", "InvalidParameterValue")]
    [InlineData("""{"SystemDisk":{"DiskSize":40}}""", "ResourceInsufficient.CloudDiskUnavailable")]
    [InlineData("""{"SystemDisk":{"DiskType":"CLOUD_BASIC"}}""", "ResourceInsufficient.CloudDiskSoldOut")]
    [InlineData("""{"SystemDisk":{"DiskType":"LOCAL_SSD"}}""", "UnsupportedOperation.InvalidDisk")]
    [InlineData("""{"SystemDisk":{"DiskType":"FLOPPY"}}""", "InvalidParameterValue")]
    [InlineData("""{"DataDisks":[{"DiskSize":15}]}""", "ResourceInsufficient.CloudDiskUnavailable")]
    [InlineData("""{"DataDisks":[{"DiskSize":50,"DiskType":"CLOUD_SSD"}]}""", "InvalidParameterValue.CloudSsdDataDiskSizeTooSmall")]
    [InlineData("""{"DataDisks":[{"DiskSize":50,"SnapshotId":"s"}]}""", "InvalidParameterValue.SnapshotIdMalformed")]
    [InlineData("""{"DataDisks":[{"DiskSize":50,"SnapshotId":"snap-00000000"}]}""", "InvalidParameter.SnapshotNotFound")]
    [InlineData("""{"DataDisks":[{"DiskSize":50,"SnapshotId":"snap-gdb0dat1"}]}""", "FailedOperation.SnapshotSizeLargerThanDataSize")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"vpc","SubnetId":"subnet-00000000"}}""", "InvalidParameterValue.VpcIdMalformed")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"vpc-00000000","SubnetId":"subnet"}}""", "InvalidParameterValue.SubnetIdMalformed")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"vpc-00000000","SubnetId":"subnet-00000000"}}""", "InvalidParameterValue.VpcIdNotExist")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"DEFAULT","SubnetId":"DEFAULT","PrivateIpAddresses":["nine"]}}""", "InvalidParameterValue.InvalidIpFormat")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"DEFAULT","SubnetId":"DEFAULT","PrivateIpAddresses":["10.0.0.1"]}}""", "VpcAddrNotInSubNet")]
    [InlineData("""{"VirtualPrivateCloud":{"VpcId":"DEFAULT","SubnetId":"DEFAULT","PrivateIpAddresses":["172.16.0.1"]},"InstanceCount":2}""", "InvalidParameterCombination")]
    [InlineData("""{"SecurityGroupIds":["sg-00000000"]}""", "InvalidSecurityGroupId.NotFound")]
    [InlineData("""{"InternetAccessible":{"InternetMaxBandwidthOut":201}}""", "InvalidParameterValue.Range")]
    [InlineData("""{"InternetAccessible":{"PublicIpAssigned":true}}""", "InvalidParameterCombination")]
    [InlineData("""{"InternetAccessible":{"InternetChargeType":"FREE"}}""", "InvalidParameterValue")]
    [InlineData("""{"InternetAccessible":{"BandwidthPackageId":"bwp-00000000"}}""", "InvalidParameterValue.BandwidthPackageIdNotFound")]
    [InlineData("""{"UserData":"not base64!"}""", "InvalidParameterValue.InvalidUserDataFormat")]
    [InlineData("""{"TagSpecification":[{"ResourceType":"image","Tags":[]}]}""", "InvalidParameterValue")]
    [InlineData("""{"TagSpecification":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]}]}""", "InvalidParameterValue.DuplicateTags")]
    [InlineData("""{"TagSpecification":[{"ResourceType":"instance","Tags":[{"Key":"qcs:a","Value":"1"}]}]}""", "FailedOperation.TagKeyReserved")]
    [InlineData("""{"TagSpecification":[{"ResourceType":"instance","Tags":[{"Key":"","Value":"1"}]}]}""", "FailedOperation.IllegalTagKey")]
    [InlineData("""{"LaunchTemplate":{"LaunchTemplateId":"lt-00000000"}}""", "InvalidParameterValue.LaunchTemplateIdNotExisted")]
    [InlineData("""{"DisasterRecoverGroupIds":["ps-00000000"]}""", "FailedOperation.DisasterRecoverGroupNotFound")]
    [InlineData("""{"HpcClusterId":"hpc-00000000"}""", "ResourceNotFound.HpcCluster")]
    [InlineData("""{"EnableJumboFrame":true}""", "UnsupportedOperation.InstanceTypeNotSupportJumboFrame")]
    [InlineData("""{"Colour":"red"}""", "UnknownParameter")]
    public async Task A_wrong_request_is_refused_and_starts_nothing(string json, string code)
    {
        Assert.Equal(code, await _simulation.FailAsync("RunInstances", With(json)));
        Assert.Empty(_simulation.Cloud.Instances());
    }

    [Theory]
    [InlineData("ap-guangzhou-4", "InvalidParameterValue.SubnetIdZoneIdNotMatch")]
    [InlineData("ap-shanghai-3", "InvalidParameterValue.SubnetNotExist")]
    public async Task A_subnet_must_be_in_the_zone(string zone, string code)
    {
        var subnet = SimulatedCloud.DefaultNetwork(SimulatedWorld.Owner.AccountId, zone).SubnetId;

        Assert.Equal(code, await _simulation.FailAsync("RunInstances", With($$$"""{"VirtualPrivateCloud":{"VpcId":"{{{Network.VpcId}}}","SubnetId":"{{{subnet}}}"}}""")));
    }

    [Fact]
    public async Task An_address_is_used_once()
    {
        const string Asked = """{"VirtualPrivateCloud":{"VpcId":"DEFAULT","SubnetId":"DEFAULT","PrivateIpAddresses":["172.16.0.9"]}}""";
        await RunAsync(Asked);

        Assert.Equal("VpcIpIsUsed", await _simulation.FailAsync("RunInstances", With(Asked)));
    }

    [Fact]
    public async Task Names_and_user_data_have_a_limit()
    {
        Assert.Equal("InvalidInstanceName.TooLong", await _simulation.FailAsync("RunInstances", With($$"""{"InstanceName":"{{new string('n', 129)}}"}""")));
        var large = Convert.ToBase64String(new byte[16 * 1024 + 1]);
        Assert.Equal("InvalidParameterValue.TooLarge", await _simulation.FailAsync("RunInstances", With($$"""{"UserData":"{{large}}"}""")));
    }

    [Fact]
    public async Task An_account_needs_money_and_quota()
    {
        _simulation.Options.InstanceQuota = 1;
        Assert.Equal("LimitExceeded.CvmInstanceQuota", await _simulation.FailAsync("RunInstances", With("""{"InstanceCount":2}""")));
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { HasBalance = false });
        Assert.Equal("InvalidAccount.InsufficientBalance", await _simulation.FailAsync("RunInstances", With()));
    }

    [Theory]
    [InlineData("""{ "HostName": "-" }""")]
    [InlineData("""{ "LoginSettings": { "Password": "short" } }""")]
    [InlineData("""{ "LaunchTemplate": { "LaunchTemplateId": "lt-00000000" } }""")]
    [InlineData("""{ "SecurityGroupIds": [ "sg-00000000" ] }""")]
    [InlineData("""{ "VirtualPrivateCloud": { "VpcId": "vpc-00000000", "SubnetId": "subnet-00000000" } }""")]
    [InlineData("""{ "InternetAccessible": { "InternetMaxBandwidthOut": 100000 } }""")]
    [InlineData("""{ "TagSpecification": [ { "ResourceType": "instance", "Tags": [ { "Key": "qcs:x", "Value": "y" } ] } ] }""")]
    [InlineData("""{ "ImageId": "img-building" }""")]
    [InlineData("""{ "InstanceName": "{0}" }""")]
    public async Task An_inquiry_about_the_price_refuses_the_same(string json)
    {
        var parameters = System.Text.Json.Nodes.JsonNode.Parse(json.Replace("{0}", new string('n', 129), StringComparison.Ordinal))!;
        parameters["ImageId"] ??= SimulatedWorld.WebImageId;
        parameters["Placement"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "Zone": "ap-guangzhou-3" }""");
        var body = System.Text.Encoding.UTF8.GetBytes(parameters.ToJsonString());

        Assert.Equal(await _simulation.FailAsync("RunInstances", body), await _simulation.FailAsync("InquiryPriceRunInstances", body));
    }
}
