using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class LaunchRefusalTests
{
    private readonly Simulation _simulation = new();

    public static TheoryData<LaunchRefusal> Reasons => [.. Enum.GetValues<LaunchRefusal>()];

    private static object Full(string chargeType) => new
    {
        ImageId = SimulatedWorld.WebImageId,
        Placement = new { Zone = "ap-guangzhou-3" },
        InstanceType = "S5.MEDIUM4",
        InstanceChargeType = chargeType,
        InstanceChargePrepaid = new { Period = 1 },
        SystemDisk = new { Encrypt = true },
        LoginSettings = new { Password = "Secret-Secret1" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Each_reason_has_the_code_of_its_name(LaunchRefusal reason)
    {
        _simulation.Options.LaunchRefusals[Simulation.Guangzhou] = reason;
        var (imageId, zone) = (SimulatedWorld.WebImageId, new { Zone = "ap-guangzhou-3" });
        object request = reason switch
        {
            LaunchRefusal.KeyPairNotFound => new { ImageId = imageId, Placement = zone, LoginSettings = new { KeyIds = new[] { SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId) } } },
            LaunchRefusal.CamRoleNameAuthenticateFailed => new { ImageId = imageId, Placement = zone, CamRoleName = "web" },
            _ => Full(reason == LaunchRefusal.OnlyForPrepaidAccount ? "PREPAID" : "SPOTPAID"),
        };

        var code = await _simulation.FailAsync("RunInstances", request);

        Assert.Equal(reason.ToString(), code.Split('.')[^1]);
        // An inquiry about the price has no role.
        if (reason != LaunchRefusal.CamRoleNameAuthenticateFailed)
            Assert.Equal(code, await _simulation.FailAsync("InquiryPriceRunInstances", request));
    }

    [Theory]
    [InlineData("ap-guangzhou-3", true)]
    [InlineData("S5.MEDIUM4", true)]
    [InlineData("100000000001", true)]
    [InlineData("ap-guangzhou-4", false)]
    [InlineData("ap-shanghai", false)]
    [InlineData("100000000002", false)]
    public async Task A_reason_concerns_a_zone_a_type_or_an_account(string key, bool isRefused)
    {
        _simulation.Options.LaunchRefusals[key] = LaunchRefusal.ZoneNotSupported;

        Assert.Equal(isRefused ? "InvalidParameterValue.ZoneNotSupported" : null, (await _simulation.CallAsync("RunInstances", Full("POSTPAID_BY_HOUR"))).Code);
    }

    [Fact]
    public async Task A_reason_for_spot_instances_does_not_concern_others()
    {
        _simulation.Options.LaunchRefusals[Simulation.Guangzhou] = LaunchRefusal.SpotQuota;

        await _simulation.SucceedAsync("RunInstances", Full("POSTPAID_BY_HOUR"));
    }
}
