using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class PermissionTests
{
    private readonly Simulation _simulation = new();

    [Theory]
    [InlineData("DescribeImages", "UnauthorizedOperation.PermissionDenied")]
    [InlineData("SyncImages", "UnauthorizedOperation")]
    [InlineData("RunCommand", "UnauthorizedOperation.CamAuthFailed")]
    [InlineData("TagResources", "AuthFailure.UnauthorizedOperation")]
    public async Task Each_service_has_its_code_for_a_denied_action(string action, string code)
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = [action] });

        Assert.Equal(code, await _simulation.FailAsync(action));
    }

    [Theory]
    [InlineData(MfaConfirmation.Missing, "UnauthorizedOperation.MFANotFound")]
    [InlineData(MfaConfirmation.Expired, "UnauthorizedOperation.MFAExpired")]
    public async Task Some_actions_need_a_confirmation(MfaConfirmation confirmation, string code)
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { MfaConfirmation = confirmation });

        Assert.Equal(code, await _simulation.FailAsync("StopInstances"));
        Assert.Equal(code, await _simulation.FailAsync("TerminateInstances"));
        Assert.Equal(code, await _simulation.FailAsync("DescribeInvocations"));
        await _simulation.SucceedAsync("DescribeImages");
    }

    [Fact]
    public async Task An_account_without_a_valid_number_is_refused_by_cvm()
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { HasValidAppId = false });

        Assert.Equal("InvalidParameterValue.InvalidAppIdFormat", await _simulation.FailAsync("DescribeImages"));
        await _simulation.SucceedAsync("GetCallerIdentity");
    }

    [Theory]
    [InlineData(TokenError.TokenFailure, "AuthFailure.TokenFailure")]
    [InlineData(TokenError.InvalidToken, "UnauthorizedOperation.InvalidToken")]
    public async Task A_wrong_token_has_the_code_of_the_setting(TokenError setting, string code)
    {
        _simulation.Options.TokenError = setting;

        Assert.Equal(code, await _simulation.CodeAsync(_simulation.Request("DescribeImages", null, Simulation.Guangzhou).With("X-TC-Token", "wrong")));
    }

    [Theory]
    [InlineData(UnknownRegion.UnsupportedRegion, "UnsupportedRegion")]
    [InlineData(UnknownRegion.NotFound, "InvalidRegion.NotFound")]
    public async Task An_unknown_region_has_the_code_of_the_setting(UnknownRegion setting, string code)
    {
        _simulation.Options.UnknownRegion = setting;

        Assert.Equal(code, await _simulation.FailAsync("DescribeImages", region: "ap-atlantis"));
    }
}
