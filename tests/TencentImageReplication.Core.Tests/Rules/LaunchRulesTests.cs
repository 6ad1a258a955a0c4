using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class LaunchRulesTests
{
    [Theory]
    [InlineData("S5.MEDIUM4", null, null, null, null)]
    [InlineData(null, "ins-9bxebleo", null, null, null)]
    [InlineData("S5.MEDIUM4", null, "vpc-12345678", "subnet-12345678", null)]
    [InlineData(null, null, "vpc-12345678", "subnet-12345678", "NoInstanceType")]
    [InlineData("S5.MEDIUM4", null, "vpc-12345678", null, "VpcNeedsSubnet")]
    [InlineData("S5.MEDIUM4", null, null, "subnet-12345678", "VpcNeedsSubnet")]
    public void A_launch_has_a_type_or_an_example_and_a_whole_network_or_none(
        string? instanceType, string? likeInstanceId, string? vpcId, string? subnetId, string? violation) =>
        Assert.Equal(violation, LaunchRules.Check(instanceType, likeInstanceId, vpcId, subnetId)?.Id);

    [Fact]
    public void Violations_say_what_is_missing_and_what_to_do()
    {
        Assert.Equal(
            "No instance type was specified. Specify -InstanceType, such as S5.MEDIUM4, or -LikeInstanceId.",
            LaunchRules.Check(null, null, null, null)?.ToString());
        Assert.Equal(
            "-VpcId and -SubnetId require each other. Specify both, or neither to use the default network.",
            LaunchRules.Check("S5.MEDIUM4", null, "vpc-12345678", null)?.ToString());
    }
}
