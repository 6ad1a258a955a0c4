using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ModifyImageAttributeTests
{
    private const string Web = SimulatedWorld.WebImageId;
    private readonly Simulation _simulation = new(new SimulatedCloudOptions { SharedOutImagesCanBeModified = true });

    [Fact]
    public async Task Only_the_attributes_of_the_request_change()
    {
        await _simulation.SucceedAsync("ModifyImageAttribute", new { ImageId = Web, ImageName = "golden-web-2025", ImageDeprecated = true });

        var image = _simulation.Cloud.FindImage(Web)!;
        Assert.Equal(("golden-web-2025", "The web server", "golden-web", true), (image.ImageName, image.Description, image.Family, image.Deprecated));

        await _simulation.SucceedAsync("ModifyImageAttribute", new { ImageId = Web, ImageDescription = "", ImageFamily = "web.2", ImageDeprecated = false });

        image = _simulation.Cloud.FindImage(Web)!;
        Assert.Equal(("golden-web-2025", "", "web.2", false), (image.ImageName, image.Description, image.Family, image.Deprecated));
    }

    [Fact]
    public async Task A_name_is_taken_by_one_image_of_the_region()
    {
        Assert.Equal("InvalidImageName.Duplicate", await _simulation.FailAsync("ModifyImageAttribute", new { ImageId = Web, ImageName = "golden-db-2024" }));

        await _simulation.SucceedAsync("ModifyImageAttribute", new { ImageId = Web, ImageName = "golden-web-2024" });
    }

    [Fact]
    public async Task Texts_have_their_limits()
    {
        Assert.Equal("InvalidParameterValue.TooLarge", await SetAsync(new { ImageId = Web, ImageName = new string('n', 61) }));
        Assert.Equal("InvalidParameterValue.TooLarge", await SetAsync(new { ImageId = Web, ImageDescription = new string('d', 257) }));
        Assert.Equal("InvalidParameterValue.InvalidImageFamily", await SetAsync(new { ImageId = Web, ImageFamily = "a family" }));

        Task<string?> SetAsync(object parameters) => _simulation.FailAsync("ModifyImageAttribute", parameters)!;
    }

    [Fact]
    public async Task Only_a_finished_image_of_the_account_is_changed()
    {
        Assert.Equal("InvalidImageId.IncorrectState", await SetAsync(SimulatedWorld.CreatingImageId));
        Assert.Equal("InvalidImageId.NotFound", await SetAsync(_simulation.Cloud.PublicImages[0].ImageId));
        Assert.Equal("InvalidImageId.Malformed", await SetAsync("golden"));
        Assert.Equal("UnsupportedOperation.SharedImageModifyUnsupported", await SetAsync(Web, SimulatedWorld.Partner));
        _simulation.Options.SharedOutImagesCanBeModified = false;
        Assert.Equal("UnsupportedOperation.SharedImageModifyUnsupported", await SetAsync(Web));

        Task<string?> SetAsync(string imageId, SimulatedAccount? account = null) =>
            _simulation.FailAsync("ModifyImageAttribute", new { ImageId = imageId, ImageDeprecated = true }, account: account)!;
    }
}
