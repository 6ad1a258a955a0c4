using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ModifyLaunchConfigurationAttributesTests
{
    private const string Action = "ModifyLaunchConfigurationAttributes";
    private readonly Fleet _fleet = new(instances: 1);

    private Simulation Simulation => _fleet.Simulation;

    private static byte[] Change(string fields) => Encoding.UTF8.GetBytes($$"""{ "LaunchConfigurationId": "{{Fleet.ConfigurationId}}"{{(fields.Length > 0 ? ", " : "")}}{{fields}} }""");

    private async Task<JsonElement> ChangedAsync(string fields)
    {
        await Simulation.SucceedAsync(Action, Change(fields));
        return (await Simulation.SucceedAsync("DescribeLaunchConfigurations")).List("LaunchConfigurationSet").Single();
    }

    [Fact]
    public async Task A_new_image_raises_the_version_and_leaves_instances_alone()
    {
        Simulation.Time.Advance(TimeSpan.FromMinutes(1));

        var configuration = await ChangedAsync($"\"ImageId\": \"{SimulatedWorld.WebImageId}\", \"ImageFamily\": \"golden-web\"");

        Assert.Equal(
            (SimulatedWorld.WebImageId, "golden-web", 2, "2026-08-01T12:01:00Z", "2026-08-01T12:00:00Z"),
            (configuration.GetProperty("ImageId").GetString(), configuration.GetProperty("ImageFamily").GetString(), configuration.GetProperty("VersionNumber").GetInt32(),
                configuration.GetProperty("UpdatedTime").GetString(), configuration.GetProperty("CreatedTime").GetString()));
        Assert.Equal(Fleet.OldImageId, _fleet.ImageOf(_fleet.InstanceIds[0]));
        var instance = (await Simulation.SucceedAsync("DescribeAutoScalingInstances")).List("AutoScalingInstanceSet").Single();
        Assert.Equal(1, instance.GetProperty("VersionNumber").GetInt32());
    }

    [Fact]
    public async Task Every_setting_is_returned_as_it_was_given()
    {
        var configuration = await ChangedAsync("""
            "LaunchConfigurationName": "updated_config", "InstanceTypes": [ "S5.SMALL2", "S4.SMALL2" ], "InstanceTypesCheckPolicy": "ANY", "UserData": "ZWNobw==",
            "InternetAccessible": { "InternetMaxBandwidthOut": 5, "PublicIpAssigned": true }, "DiskTypePolicy": "AUTOMATIC", "SystemDisk": { "DiskSize": 80 },
            "DataDisks": [ { "DiskSize": 10 } ], "HostNameSettings": { "HostName": "web-1" }, "InstanceNameSettings": { "InstanceName": "web" },
            "CamRoleName": "role", "InstanceTags": [ { "Key": "a", "Value": "b" } ], "LoginSettings": { "Password": "Example-1234" },
            "InstanceChargeType": "SPOTPAID", "InstanceMarketOptions": { "SpotOptions": { "MaxPrice": "1.05" } }
            """);

        Assert.Equal("updated_config", configuration.GetProperty("LaunchConfigurationName").GetString());
        Assert.Equal(2, configuration.GetProperty("InstanceTypes").GetArrayLength());
        Assert.Equal("ZWNobw==", configuration.GetProperty("UserData").GetString());
        Assert.Equal(5, configuration.GetProperty("InternetAccessible").GetProperty("InternetMaxBandwidthOut").GetInt32());
        Assert.Equal("AUTOMATIC", configuration.GetProperty("DiskTypePolicy").GetString());
        Assert.Equal(80, configuration.GetProperty("SystemDisk").GetProperty("DiskSize").GetInt32());
        Assert.Equal("web-1", configuration.GetProperty("HostNameSettings").GetProperty("HostName").GetString());
        Assert.Equal("1.05", configuration.GetProperty("InstanceMarketOptions").GetProperty("SpotOptions").GetProperty("MaxPrice").GetString());
        Assert.DoesNotContain("Example-1234", configuration.GetRawText(), StringComparison.Ordinal);

        configuration = await ChangedAsync("\"UserData\": \"\", \"InstanceChargeType\": \"PREPAID\", \"InstanceChargePrepaid\": { \"Period\": 12 }");
        Assert.Equal(JsonValueKind.Null, configuration.GetProperty("UserData").ValueKind);
        Assert.Equal(JsonValueKind.Null, configuration.GetProperty("InstanceMarketOptions").ValueKind);
        Assert.Equal(12, configuration.GetProperty("InstanceChargePrepaid").GetProperty("Period").GetInt32());
    }

    [Fact]
    public async Task An_image_that_is_not_ready_is_refused()
    {
        Simulation.Cloud.SetImageState(SimulatedWorld.WebImageId, ImageStates.Creating);

        Assert.Equal("InvalidParameterValue.InvalidImageId", await Simulation.FailAsync(Action, Change($"\"ImageId\": \"{SimulatedWorld.WebImageId}\"")));
    }

    [Fact]
    public async Task Two_configurations_of_a_region_have_different_names()
    {
        Simulation.Cloud.AddLaunchConfiguration(new SimulatedLaunchConfiguration
        {
            LaunchConfigurationName = "other",
            AccountId = SimulatedWorld.Owner.AccountId,
            Region = Simulation.Guangzhou,
            ImageId = Fleet.OldImageId,
        });

        Assert.Equal("InvalidParameterValue.LaunchConfigurationNameDuplicated", await Simulation.FailAsync(Action, Change("\"LaunchConfigurationName\": \"other\"")));
    }

    [Theory]
    [InlineData("asc-00000000", "ResourceNotFound.LaunchConfigurationIdNotFound")]
    [InlineData("web", "InvalidParameterValue.InvalidLaunchConfigurationId")]
    public async Task An_unknown_configuration_is_refused(string id, string code) =>
        Assert.Equal(code, await Simulation.FailAsync(Action, new { LaunchConfigurationId = id }));

    [Theory]
    [InlineData("\"ImageId\": \"web\"", "InvalidParameterValue.InvalidImageId")]
    [InlineData("\"ImageId\": \"img-00000000\"", "InvalidParameterValue.ImageNotFound")]
    [InlineData("\"ImageId\": \"img-btnarm64\", \"InstanceTypes\": [ \"S5.SMALL2\" ]", "InvalidParameterValue.CvmConfigurationError")]
    [InlineData("\"InstanceTypes\": []", "InvalidParameterValue.TooShort")]
    [InlineData("\"InstanceTypes\": [ \"S9.HUGE\" ]", "InvalidParameterValue.InvalidInstanceType")]
    [InlineData("\"InstanceTypes\": [ \"S4.SMALL2\" ]", "InvalidParameterValue.InstanceTypeNotSupported")]
    [InlineData("\"InstanceTypes\": [ \"S5.SMALL2\", \"S4.SMALL2\" ], \"InstanceTypesCheckPolicy\": \"ALL\"", "InvalidParameterValue.InstanceTypeNotSupported")]
    [InlineData("\"InstanceTypes\": [ \"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\" ]", "InvalidParameterValue.LimitExceeded")]
    [InlineData("\"InstanceTypesCheckPolicy\": \"SOME\"", "InvalidParameterValue")]
    [InlineData("\"LaunchConfigurationName\": \"\"", "InvalidParameterValue.TooShort")]
    [InlineData("\"LaunchConfigurationName\": \"二十一个汉字二十一个汉字二十一个汉字二十一\"", "InvalidParameterValue.TooLong")]
    [InlineData("\"LaunchConfigurationName\": \"a b\"", "InvalidParameterValue")]
    [InlineData("\"UserData\": \"*\"", "InvalidParameterValue.UserDataFormatError")]
    [InlineData("\"SecurityGroupIds\": []", "InvalidParameterValue.TooShort")]
    [InlineData("\"SecurityGroupIds\": [ \"sg-00000000\" ]", "InvalidParameterValue.InvalidSecurityGroupId")]
    [InlineData("\"InternetAccessible\": { \"PublicIpAssigned\": true }", "InvalidParameter.InvalidCombination")]
    [InlineData("\"InternetAccessible\": { \"BandwidthPackageId\": \"bwp-00000000\" }", "ResourceNotFound.BandwidthPackageIdNotFound")]
    [InlineData("\"IPv6InternetAccessible\": { \"InternetChargeType\": \"FREE\" }", "InvalidParameterValue.IPv6InternetChargeType")]
    [InlineData("\"InstanceChargeType\": \"FREE\"", "InvalidParameterValue")]
    [InlineData("\"InstanceChargeType\": \"PREPAID\"", "MissingParameter.InScenario")]
    [InlineData("\"InstanceChargePrepaid\": { \"Period\": 1 }", "InvalidParameter.InScenario")]
    [InlineData("\"InstanceChargeType\": \"PREPAID\", \"InstanceChargePrepaid\": { \"Period\": 13 }", "InvalidParameterValue")]
    [InlineData("\"InstanceChargeType\": \"SPOTPAID\", \"InstanceMarketOptions\": { \"SpotOptions\": { \"MaxPrice\": \"much\" } }", "InvalidParameterValue.NotStringTypeFloat")]
    [InlineData("\"DiskTypePolicy\": \"BEST\"", "InvalidParameterValue")]
    [InlineData("\"SystemDisk\": { \"DiskSize\": 10 }", "InvalidParameterValue.CvmConfigurationError")]
    [InlineData("\"DataDisks\": [ {},{},{},{},{},{},{},{},{},{},{},{} ]", "InvalidParameterValue.LimitExceeded")]
    [InlineData("\"HostNameSettings\": { \"HostName\": \"-web\" }", "InvalidParameterValue.HostNameIllegal")]
    [InlineData("\"HostNameSettings\": { \"HostName\": \"12\" }", "InvalidParameterValue.HostNameIllegal")]
    [InlineData("\"HostNameSettings\": { \"HostName\": \"web-01234567890123456789\", \"HostNameSuffix\": \"x01234567890123456789\" }", null)]
    [InlineData("\"HostNameSettings\": { \"HostName\": \"web-01234567890123456789\", \"HostNameSuffix\": \"x012345678901234567890123456789\" }", "InvalidParameterValue.HostNameWithSuffixTooLong")]
    [InlineData("\"ImageId\": \"img-win02022\", \"HostNameSettings\": { \"HostName\": \"web\" }", "InvalidParameter.HostNameUnavailable")]
    [InlineData("\"InstanceNameSettings\": { \"InstanceName\": \"w\" }", "InvalidParameterValue.InstanceNameIllegal")]
    [InlineData("\"HpcClusterId\": \"hpc-00000000\"", "InvalidParameterValue.InvalidHpcClusterId")]
    [InlineData("\"DisasterRecoverGroupIds\": [ \"web\" ]", "InvalidParameterValue.InvalidDisasterRecoverGroupId")]
    [InlineData("\"DisasterRecoverGroupIds\": [ \"ps-00000000\" ]", "ResourceNotFound.DisasterRecoverGroupNotFound")]
    [InlineData("\"DedicatedClusterId\": \"cluster-00000000\"", "InvalidParameterValue.CvmConfigurationError")]
    [InlineData("\"LoginSettings\": { \"Password\": \"Example-1234\", \"KeepImageLogin\": true }", "InvalidParameter.Conflict")]
    [InlineData("\"LoginSettings\": { \"Password\": \"short\" }", "InvalidParameterValue.CvmConfigurationError")]
    [InlineData("\"LoginSettings\": { \"KeyIds\": [ \"skey-00000000\" ] }", "InvalidParameterValue.CvmConfigurationError")]
    [InlineData("\"ImageId\": \"img-eb30mz89\", \"LoginSettings\": { \"KeepImageLogin\": true }", "InvalidParameter.InvalidCombination")]
    [InlineData("\"LoginSettings\": { \"KeepImageLogin\": true }", null)]
    [InlineData("", null)]
    public async Task A_wrong_change_is_refused(string fields, string? code) => Assert.Equal(code, (await Simulation.CallAsync(Action, Change(fields))).Code);
}
