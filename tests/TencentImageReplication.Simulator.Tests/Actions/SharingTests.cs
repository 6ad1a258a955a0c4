using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class SharingTests
{
    private const string Web = SimulatedWorld.WebImageId;
    private readonly Simulation _simulation = new();

    private static object To(string region) => new { ImageIds = new[] { Web }, DestinationRegions = new[] { region }, ImageSetRequired = true };

    [Fact]
    public async Task The_receiver_sees_a_shared_image_and_the_owner_a_custom_one()
    {
        var theirs = await _simulation.ImageAsync(Web, account: SimulatedWorld.Partner);
        var ours = await _simulation.ImageAsync(Web);

        Assert.Equal("SHARED_IMAGE", theirs!.Value.GetProperty("ImageType").GetString());
        Assert.Equal(SimulatedWorld.Owner.AccountId, theirs.Value.GetProperty("ImageCreator").GetString());
        Assert.Equal("PRIVATE_IMAGE", ours!.Value.GetProperty("ImageType").GetString());
    }

    [Fact]
    public async Task Starting_and_stopping_to_share_take_effect_at_once()
    {
        _simulation.Cloud.ShareImage(SimulatedWorld.DatabaseImageId, SimulatedWorld.Partner.AccountId);
        _simulation.Cloud.UnshareImage(Web, SimulatedWorld.Partner.AccountId);

        Assert.NotNull(await _simulation.ImageAsync(SimulatedWorld.DatabaseImageId, account: SimulatedWorld.Partner));
        Assert.Null(await _simulation.ImageAsync(Web, account: SimulatedWorld.Partner));
    }

    [Fact]
    public async Task A_shared_image_becomes_a_custom_one_in_its_own_region()
    {
        var response = await _simulation.SucceedAsync("SyncImages", To(Simulation.Guangzhou), account: SimulatedWorld.Partner);
        _simulation.Time.Advance(_simulation.Options.CopyDuration);

        var copy = await _simulation.ImageAsync(response.Texts("ImageSet", "ImageId")[0], account: SimulatedWorld.Partner);

        Assert.Equal("PRIVATE_IMAGE", copy!.Value.GetProperty("ImageType").GetString());
        Assert.Equal("NORMAL", copy.Value.GetProperty("ImageState").GetString());
        Assert.Equal(SimulatedWorld.Partner.AccountId, copy.Value.GetProperty("ImageCreator").GetString());
    }

    [Fact]
    public async Task A_shared_image_goes_nowhere_else() =>
        Assert.Equal("InvalidParameterValue.InvalidRegion", await _simulation.FailAsync("SyncImages", To("ap-shanghai"), account: SimulatedWorld.Partner));

    [Fact]
    public async Task A_shared_image_is_not_encrypted_on_the_way() => Assert.Equal(
        "UnsupportedOperation.SyncEncryptImageNotSupport",
        await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { Simulation.Guangzhou }, Encrypt = true }, account: SimulatedWorld.Partner));

    [Fact]
    public async Task A_copy_of_the_receivers_does_not_make_the_image_busy_for_its_owner()
    {
        await _simulation.SucceedAsync("SyncImages", To(Simulation.Guangzhou), account: SimulatedWorld.Partner);

        var ours = await _simulation.ImageAsync(Web);
        Assert.Equal("NORMAL", ours!.Value.GetProperty("ImageState").GetString());
        Assert.Single(await _simulation.CopyAsync("ap-shanghai"));
        Assert.Equal("InvalidParameterValue.InvalidImageState", await _simulation.FailAsync("SyncImages", To(Simulation.Guangzhou), account: SimulatedWorld.Partner));
    }

    [Fact]
    public async Task An_image_that_is_not_shared_does_not_exist() => Assert.Equal(
        "InvalidImageId.NotFound",
        await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { SimulatedWorld.WindowsImageId }, DestinationRegions = new[] { Simulation.Guangzhou } }, account: SimulatedWorld.Partner));
}
