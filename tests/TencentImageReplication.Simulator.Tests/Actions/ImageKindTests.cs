using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ImageKindTests
{
    private readonly Simulation _simulation = new();

    private async Task<(string? Copy, string? Share, string? Launch)> CodesAsync()
    {
        const string Id = SimulatedWorld.DatabaseImageId;
        var copy = await _simulation.CallAsync("SyncImages", new { ImageIds = new[] { Id }, DestinationRegions = new[] { "ap-shanghai" }, DryRun = true });
        var share = await _simulation.CallAsync("ModifyImageSharePermission", new { ImageId = Id, AccountIds = new[] { SimulatedWorld.Partner.AccountId }, Permission = "SHARE" });
        var launch = await _simulation.CallAsync("RunInstances", new { ImageId = Id, Placement = new { Zone = "ap-guangzhou-3" }, DryRun = true });
        return (copy.Code, share.Code, launch.Code);
    }

    [Theory]
    [InlineData(ImageKind.Ordinary, null, null, null)]
    [InlineData(ImageKind.InstanceImage, "InvalidParameter.InstanceImageNotSupport", "InvalidParameter.InstanceImageNotSupport", null)]
    [InlineData(ImageKind.LocationImage, "UnsupportedOperation.LocationImageNotSupported", "UnsupportedOperation.LocationImageNotSupported", null)]
    [InlineData(ImageKind.QImage, null, "FailedOperation.QImageShareFailed", null)]
    [InlineData(ImageKind.RImage, null, "FailedOperation.RImageShareFailed", null)]
    [InlineData(ImageKind.RawImage, null, null, "InvalidParameterValue.InvalidImageFormat")]
    [InlineData(ImageKind.UnavailableSystem, null, null, "InvalidParameterValue.InvalidImageOsName")]
    public async Task A_special_image_is_refused_where_its_code_is_documented(ImageKind kind, string? copy, string? share, string? launch)
    {
        _simulation.Cloud.UpdateImage(SimulatedWorld.DatabaseImageId, image => image with { Kind = kind });

        Assert.Equal((copy, share, launch), await CodesAsync());
    }

    [Fact]
    public async Task Sharing_with_oneself_has_two_codes()
    {
        Task<string> CodeAsync() => _simulation.FailAsync(
            "ModifyImageSharePermission", new { ImageId = SimulatedWorld.DatabaseImageId, AccountIds = new[] { SimulatedWorld.Owner.AccountId }, Permission = "SHARE" });

        Assert.Equal("FailedOperation.AccountIsYourSelf", await CodeAsync());
        _simulation.Options.OwnAccount = OwnAccount.InvalidAccount;
        Assert.Equal("InvalidAccountIs.YourSelf", await CodeAsync());
    }
}
