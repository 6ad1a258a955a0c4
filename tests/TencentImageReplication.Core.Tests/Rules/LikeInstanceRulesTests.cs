using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class LikeInstanceRulesTests
{
    private static readonly Instance Like = new()
    {
        InstanceId = "ins-1",
        VirtualPrivateCloud = new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "subnet-1" },
        SecurityGroupIds = ["sg-1", "sg-2"],
        LoginSettings = new LoginSettings { KeyIds = ["skey-1", "skey-2"] },
    };

    [Fact]
    public void In_the_same_region_everything_exists() => Assert.Null(Check(new RunInstancesRequest(), region: "AP-GUANGZHOU"));

    [Fact]
    public void In_another_region_all_missing_resources_are_named_with_their_parameters()
    {
        var violation = Check(new RunInstancesRequest())!;

        Assert.Equal("LikeInstanceNeeds", violation.Id);
        Assert.Equal(
            "ins-1 in ap-guangzhou uses resources that do not exist in ap-nanjing: "
                + "subnet subnet-1 of vpc-1; security groups sg-1, sg-2; key pairs skey-1, skey-2.",
            violation.Message);
        Assert.StartsWith(
            "Specify resources of ap-nanjing: -VpcId, -SubnetId; -SecurityGroupId; -KeyId (or -Password, or -KeepImageLogin). ",
            violation.Advice,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_that_the_request_specifies_are_not_named()
    {
        var network = new VirtualPrivateCloud { VpcId = "vpc-9", SubnetId = "subnet-9" };
        var login = new LoginSettings { Password = "Secret-12345" };

        Assert.DoesNotContain("subnet", Check(new RunInstancesRequest { VirtualPrivateCloud = network })!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("security", Check(new RunInstancesRequest { SecurityGroupIds = ["sg-9"] })!.Message, StringComparison.Ordinal);
        Assert.Contains("security", Check(new RunInstancesRequest { SecurityGroupIds = [] })!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key pairs", Check(new RunInstancesRequest { LoginSettings = login })!.Message, StringComparison.Ordinal);
        Assert.Null(Check(new RunInstancesRequest { VirtualPrivateCloud = network, SecurityGroupIds = ["sg-9"], LoginSettings = login }));
    }

    [Fact]
    public void The_default_network_replaces_the_subnet_and_the_security_groups_but_not_the_keys()
    {
        var violation = Check(new RunInstancesRequest(), useDefaultNetwork: true)!;

        Assert.EndsWith("do not exist in ap-nanjing: key pairs skey-1, skey-2.", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_without_such_resources_needs_none()
    {
        Assert.Null(Check(new RunInstancesRequest(), like: new Instance()));
        Assert.Null(Check(new RunInstancesRequest(), like: new Instance { VirtualPrivateCloud = new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "" } }));
        Assert.Null(Check(new RunInstancesRequest(), like: new Instance { LoginSettings = new LoginSettings { KeyIds = [] } }));
    }

    [Theory]
    [InlineData("PREPAID", false, "PrepaidNeedsPeriod")]
    [InlineData("PREPAID", true, null)]
    [InlineData("POSTPAID_BY_HOUR", false, null)]
    [InlineData(null, false, null)]
    public void A_prepaid_request_needs_a_period(string? chargeType, bool hasPeriod, string? rule) =>
        Assert.Equal(rule, LikeInstanceRules.CheckPeriod(new RunInstancesRequest
        {
            InstanceChargeType = chargeType,
            InstanceChargePrepaid = hasPeriod ? new InstanceChargePrepaid { Period = 1 } : null,
        })?.Id);

    private static RuleViolation? Check(
        RunInstancesRequest request, string region = "ap-nanjing", bool useDefaultNetwork = false, Instance? like = null) =>
        LikeInstanceRules.Check(like ?? Like, "ap-guangzhou", request, region, useDefaultNetwork);
}
