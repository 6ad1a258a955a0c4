using System.Net;
using System.Text;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class InstanceRequestBuilderTests
{
    private const string Here = "ap-guangzhou";

    private static readonly LaunchSettings Plain = new() { InstanceType = "S5.MEDIUM4" };

    private static readonly LikeInstance Like = new(
        new Instance
        {
            InstanceId = "ins-example1",
            InstanceType = "SA2.MEDIUM2",
            InstanceChargeType = "SPOTPAID",
            Placement = new Placement { Zone = "ap-guangzhou-6", ProjectId = 7 },
            VirtualPrivateCloud = new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "subnet-1" },
            SecurityGroupIds = ["sg-1"],
            LoginSettings = new LoginSettings { KeyIds = ["skey-1"] },
            SystemDisk = new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 60 },
            InternetAccessible = new InternetAccessible { InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR", InternetMaxBandwidthOut = 5 },
            PublicIpAddresses = ["1.2.3.4"],
            Tags = [new Tag { Key = "env", Value = "prod" }],
        },
        Here);

    private static readonly LaunchSettings LikeIt = new() { Like = Like };

    [Fact]
    public void What_is_not_specified_is_not_sent() =>
        Assert.Equal(
            new RunInstancesRequest { ImageId = "img-1", InstanceType = "S5.MEDIUM4", InstanceCount = 1, InstanceName = "golden" },
            Build(Plain));

    [Fact]
    public void Each_setting_is_sent()
    {
        var request = Build(new LaunchSettings
        {
            InstanceType = "S5.MEDIUM4",
            Zone = "ap-guangzhou-4",
            InstanceName = "web",
            Count = 3,
            SystemDiskType = "CLOUD_SSD",
            SystemDiskSizeGB = 80,
            VpcId = "vpc-2",
            SubnetId = "subnet-2",
            SecurityGroupIds = ["sg-2"],
            InternetMaxBandwidthOut = 10,
            InstanceChargeType = "PREPAID",
            PrepaidPeriod = 12,
            KeyIds = ["skey-2"],
            Password = new NetworkCredential("", "Secret-123").SecurePassword,
            KeepImageLogin = true,
            HostName = "host",
            UserData = "echo 你好",
            Tags = [new Tag { Key = "a", Value = "b" }],
            ClientToken = "token",
            DryRun = true,
        });

        Assert.Equal(("S5.MEDIUM4", "web", 3L, "PREPAID", 12L), (request.InstanceType, request.InstanceName, request.InstanceCount, request.InstanceChargeType, request.InstanceChargePrepaid?.Period));
        Assert.Equal(new Placement { Zone = "ap-guangzhou-4" }, request.Placement);
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_SSD", DiskSize = 80 }, request.SystemDisk);
        Assert.Equal(new VirtualPrivateCloud { VpcId = "vpc-2", SubnetId = "subnet-2" }, request.VirtualPrivateCloud);
        Assert.Equal(["sg-2"], request.SecurityGroupIds);
        Assert.Equal(new InternetAccessible { InternetMaxBandwidthOut = 10, PublicIpAssigned = true }, request.InternetAccessible);
        Assert.Equal(("Secret-123", "true"), (request.LoginSettings?.Password, request.LoginSettings?.KeepImageLogin));
        Assert.Equal(["skey-2"], request.LoginSettings?.KeyIds);
        Assert.Equal("echo 你好", Encoding.UTF8.GetString(Convert.FromBase64String(request.UserData!)));
        Assert.Equal("a", Assert.Single(Assert.Single(request.TagSpecification!).Tags).Key);
        Assert.Equal(("host", "token", true), (request.HostName, request.ClientToken, request.DryRun));
    }

    [Fact]
    public void A_bandwidth_of_zero_means_no_public_address() =>
        Assert.Equal(new InternetAccessible { InternetMaxBandwidthOut = 0 }, Build(Plain with { InternetMaxBandwidthOut = 0 }).InternetAccessible);

    [Fact]
    public void Each_way_to_log_in_is_sent_by_itself()
    {
        Assert.Equal("x", Build(Plain with { Password = new NetworkCredential("", "x").SecurePassword }).LoginSettings?.Password);
        Assert.Equal(["skey-2"], Build(Plain with { KeyIds = ["skey-2"] }).LoginSettings?.KeyIds);
        Assert.Equal(new LoginSettings { KeepImageLogin = "true" }, Build(Plain with { KeepImageLogin = true }).LoginSettings);
    }

    [Fact]
    public void Without_settings_an_instance_in_the_same_region_is_like_the_example()
    {
        var request = Build(LikeIt);

        Assert.Equal(("SA2.MEDIUM2", "SPOTPAID", "golden"), (request.InstanceType, request.InstanceChargeType, request.InstanceName));
        Assert.Equal(new Placement { Zone = "ap-guangzhou-6", ProjectId = 7 }, request.Placement);
        Assert.Equal("subnet-1", request.VirtualPrivateCloud?.SubnetId);
        Assert.Equal(["skey-1"], request.LoginSettings?.KeyIds);
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 60 }, request.SystemDisk);
        Assert.Equal(5, request.InternetAccessible?.InternetMaxBandwidthOut);
        Assert.Equal("env", Assert.Single(Assert.Single(request.TagSpecification!).Tags).Key);
    }

    [Fact]
    public void A_setting_overrides_that_of_the_example_and_leaves_the_rest()
    {
        Assert.Equal(("S5.MEDIUM4", "SPOTPAID"), (Build(LikeIt with { InstanceType = "S5.MEDIUM4" }).InstanceType, Build(LikeIt with { InstanceType = "S5.MEDIUM4" }).InstanceChargeType));
        Assert.Equal("POSTPAID_BY_HOUR", Build(LikeIt with { InstanceChargeType = "POSTPAID_BY_HOUR" }).InstanceChargeType);
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 100 }, Build(LikeIt with { SystemDiskSizeGB = 100 }).SystemDisk);
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_SSD", DiskSize = 60 }, Build(LikeIt with { SystemDiskType = "CLOUD_SSD" }).SystemDisk);
        Assert.Equal(
            new InternetAccessible { InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR", InternetMaxBandwidthOut = 50, PublicIpAssigned = true },
            Build(LikeIt with { InternetMaxBandwidthOut = 50 }).InternetAccessible);
        Assert.Equal(["sg-2"], Build(LikeIt with { SecurityGroupIds = ["sg-2"] }).SecurityGroupIds);
        Assert.Equal("a", Assert.Single(Assert.Single(Build(LikeIt with { Tags = [new Tag { Key = "a", Value = "b" }] }).TagSpecification!).Tags).Key);
        Assert.Null(Build(LikeIt with { KeepImageLogin = true }).LoginSettings?.KeyIds);
    }

    [Fact]
    public void Another_zone_or_network_does_not_keep_the_subnet_of_the_example()
    {
        var inZone = Build(LikeIt with { Zone = "ap-guangzhou-4" });
        Assert.Equal(new Placement { Zone = "ap-guangzhou-4", ProjectId = 7 }, inZone.Placement);
        Assert.Null(inZone.VirtualPrivateCloud);

        Assert.Equal("subnet-1", Build(LikeIt with { Zone = "ap-guangzhou-6" }).VirtualPrivateCloud?.SubnetId);

        var inNetwork = Build(LikeIt with { VpcId = "vpc-2", SubnetId = "subnet-2" });
        Assert.Equal(new Placement { ProjectId = 7 }, inNetwork.Placement);
        Assert.Equal(new VirtualPrivateCloud { VpcId = "vpc-2", SubnetId = "subnet-2" }, inNetwork.VirtualPrivateCloud);
        Assert.Null(Build(Plain with { VpcId = "vpc-2", SubnetId = "subnet-2" }).Placement);
    }

    [Fact]
    public void What_does_not_exist_in_the_region_must_be_specified()
    {
        var launch = new LaunchRequest("img-1", "ap-beijing", null, LikeIt);

        var failure = Assert.Throws<RuleViolationException>(() => InstanceRequestBuilder.Build(launch));
        Assert.Equal("LikeInstanceNeeds", failure.Violation.Id);

        var request = InstanceRequestBuilder.Build(launch with { Settings = LikeIt with { UseDefaultNetwork = true, KeepImageLogin = true } });
        Assert.Equal((null, null), (request.VirtualPrivateCloud, request.SecurityGroupIds));
    }

    [Fact]
    public void A_prepaid_instance_needs_a_period() => Assert.Equal(
        "PrepaidNeedsPeriod",
        Assert.Throws<RuleViolationException>(() => Build(Plain with { InstanceChargeType = "PREPAID" })).Violation.Id);

    private static RunInstancesRequest Build(LaunchSettings settings) =>
        InstanceRequestBuilder.Build(new LaunchRequest("img-1", Here, "golden", settings));
}
