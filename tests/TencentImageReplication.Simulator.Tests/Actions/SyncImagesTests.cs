using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class SyncImagesTests
{
    private const string Web = SimulatedWorld.WebImageId;
    private readonly Simulation _simulation = new();

    private static object To(params string[] regions) => new { ImageIds = new[] { Web }, DestinationRegions = regions, ImageSetRequired = true };

    [Fact]
    public async Task The_ids_of_the_copies_are_returned_on_request()
    {
        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing");

        Assert.Equal(["ap-beijing", "ap-shanghai"], copies.Keys.Order());
        Assert.Equal(2, copies.Values.Distinct().Count());
        var copy = _simulation.Cloud.FindImage(copies["ap-shanghai"])!;
        Assert.Equal(("golden-web-2024", "ap-shanghai", Web, ImageStates.Syncing), (copy.ImageName, copy.Region, copy.CopiedFrom, copy.State));
    }

    [Fact]
    public async Task The_ids_are_not_returned_without_a_request()
    {
        var response = await _simulation.SucceedAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-shanghai" } });

        Assert.Empty(response.List("ImageSet"));
        Assert.Single(_simulation.Cloud.Images(), image => image.CopiedFrom == Web);
    }

    [Fact]
    public async Task A_copy_carries_the_name_and_the_system_but_no_tags_description_or_family()
    {
        var copies = await _simulation.CopyAsync("ap-shanghai");

        var copy = _simulation.Cloud.FindImage(copies["ap-shanghai"])!;
        var source = _simulation.Cloud.FindImage(Web)!;
        Assert.Equal((source.SizeGB, source.OsName, source.Platform), (copy.SizeGB, copy.OsName, copy.Platform));
        Assert.Empty(copy.Tags);
        Assert.Empty(copy.SharedWith);
        Assert.Equal(("", ""), (copy.Description, copy.Family));
        Assert.NotEqual(source.Snapshots[0].SnapshotId, copy.Snapshots[0].SnapshotId);
    }

    [Theory]
    [InlineData("""{"ImageIds":["img-gweb2024"]}""", "MissingParameter")]
    [InlineData("""{"ImageIds":[],"DestinationRegions":["ap-shanghai"]}""", "MissingParameter")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":[]}""", "MissingParameter")]
    [InlineData("""{"ImageIds":["img-gweb2024","img-gdb02024"],"DestinationRegions":["ap-shanghai"]}""", "InvalidParameterValue.LimitExceeded")]
    [InlineData("""{"ImageIds":["img-1"],"DestinationRegions":["ap-shanghai"]}""", "InvalidImageId.Malformed")]
    [InlineData("""{"ImageIds":["img-00000000"],"DestinationRegions":["ap-shanghai"]}""", "InvalidImageId.NotFound")]
    [InlineData("""{"ImageIds":["img-9axl1k53"],"DestinationRegions":["ap-shanghai"]}""", "InvalidParameterValue.InvalidImageId")]
    [InlineData("""{"ImageIds":["img-building"],"DestinationRegions":["ap-shanghai"]}""", "InvalidImageId.IncorrectState")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-guangzhou"]}""", "InvalidParameterValue.InvalidRegion")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-shanghai","ap-shanghai"]}""", "InvalidParameterValue.InvalidRegion")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-atlantis"]}""", "InvalidRegion.NotFound")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-mumbai"]}""", "InvalidRegion.Unavailable")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-shanghai-fsi"]}""", "UnsupportedOperation.Region")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-singapore"]}""", "UnsupportedOperation.Region")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-hongkong"]}""", "UnsupportedOperation.Region")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-shanghai"],"Encrypt":true}""", "InvalidParameterValue.InvalidRegion")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-guangzhou"],"Encrypt":true,"KmsKeyId":"my-key"}""", "InvalidParameter.InvalidKmsKeyId")]
    [InlineData("""{"ImageIds":["img-gweb2024"],"DestinationRegions":["ap-shanghai"],"ClientToken":"1"}""", "UnknownParameter")]
    public async Task A_wrong_request_is_refused_and_copies_nothing(string body, string code)
    {
        Assert.Equal(code, await _simulation.FailAsync("SyncImages", System.Text.Encoding.UTF8.GetBytes(body)));
        Assert.DoesNotContain(_simulation.Cloud.Images(), image => image.CopiedFrom is not null);
    }

    [Fact]
    public async Task One_wrong_destination_fails_the_request()
    {
        Assert.Equal("UnsupportedOperation.Region", await _simulation.FailAsync("SyncImages", To("ap-shanghai", "ap-singapore")));
        Assert.DoesNotContain(_simulation.Cloud.Images(), image => image.Region == "ap-shanghai");
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "InvalidParameterValue.LimitExceeded")]
    public async Task A_name_has_at_most_sixty_characters(int length, string? code)
    {
        var response = await _simulation.CallAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-shanghai" }, ImageName = new string('n', length) });

        Assert.Equal(code, response.Code);
    }

    [Theory]
    [InlineData(DuplicateNames.Allowed, true, null)]
    [InlineData(DuplicateNames.RefusedWhenGiven, true, "InvalidImageName.Duplicate")]
    [InlineData(DuplicateNames.RefusedWhenGiven, false, null)]
    [InlineData(DuplicateNames.Refused, false, "InvalidImageName.Duplicate")]
    public async Task Duplicate_names_are_a_setting(DuplicateNames duplicates, bool given, string? code)
    {
        _simulation.Options.DuplicateNames = duplicates;
        _simulation.Cloud.AddImage(new SimulatedImage { ImageName = "golden-web-2024", Region = "ap-shanghai", AccountId = SimulatedWorld.Owner.AccountId });

        var response = await _simulation.CallAsync(
            "SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-shanghai" }, ImageName = given ? "golden-web-2024" : null });

        Assert.Equal(code, response.Code);
    }

    [Fact]
    public async Task The_quota_of_a_destination_is_enforced()
    {
        _simulation.Options.ImageQuotas["ap-shanghai"] = 1;
        await _simulation.CopyAsync("ap-shanghai");
        _simulation.Options.BusySource = BusySource.Accepted;

        Assert.Equal("ImageQuotaLimitExceeded", await _simulation.FailAsync("SyncImages", To("ap-shanghai")));
        Assert.Null((await _simulation.CallAsync("SyncImages", To("ap-beijing"))).Code);
    }

    [Theory]
    [InlineData(BusySource.InvalidParameterValue, "InvalidParameterValue.InvalidImageState")]
    [InlineData(BusySource.FailedOperation, "FailedOperation.InvalidImageState")]
    [InlineData(BusySource.Accepted, null)]
    public async Task A_source_is_busy_until_its_last_copy_is_done(BusySource setting, string? code)
    {
        _simulation.Options.BusySource = setting;
        await _simulation.CopyAsync("ap-shanghai");

        Assert.Equal(code, (await _simulation.CallAsync("SyncImages", To("ap-beijing"))).Code);
        _simulation.Time.Advance(_simulation.Options.CopyDuration);
        Assert.Null((await _simulation.CallAsync("SyncImages", To("ap-nanjing"))).Code);
    }

    [Fact]
    public async Task A_dry_run_starts_nothing_and_returns_nothing()
    {
        var response = await _simulation.SucceedAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-shanghai" }, DryRun = true, ImageSetRequired = true });

        Assert.Equal(["RequestId"], response.Fields.EnumerateObject().Select(field => field.Name));
        Assert.DoesNotContain(_simulation.Cloud.Images(), image => image.Region == "ap-shanghai");
    }

    [Fact]
    public async Task A_dry_run_can_respond_like_other_products()
    {
        _simulation.Options.DryRunAnswer = DryRunAnswer.DryRunOperation;

        Assert.Equal("DryRunOperation", await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-shanghai" }, DryRun = true }));
    }

    [Fact]
    public async Task A_dry_run_meets_the_same_rules() => Assert.Equal(
        "InvalidRegion.NotFound", await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { "ap-atlantis" }, DryRun = true }));

    [Fact]
    public async Task An_account_can_be_enabled_to_copy_across_the_border()
    {
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { CrossBorderEnabled = true });

        Assert.Equal(3, (await _simulation.CopyAsync("ap-shanghai", "ap-hongkong", "eu-frankfurt")).Count);
    }

    [Fact]
    public async Task The_error_at_the_border_is_a_setting()
    {
        _simulation.Options.CrossBorderErrorCode = "InvalidRegion.Unavailable";

        Assert.Equal("InvalidRegion.Unavailable", await _simulation.FailAsync("SyncImages", To("ap-tokyo")));
    }

    [Theory]
    [InlineData("ap-hongkong", "ap-tokyo", null)]
    [InlineData("ap-hongkong", "ap-guangzhou", "UnsupportedOperation.Region")]
    [InlineData("ap-shanghai-fsi", "ap-shenzhen-fsi", null)]
    [InlineData("ap-shanghai-fsi", "ap-shanghai", "UnsupportedOperation.Region")]
    public async Task Images_do_not_cross_the_border(string from, string to, string? code)
    {
        var image = _simulation.Cloud.AddImage(new SimulatedImage { ImageName = "there", Region = from, AccountId = SimulatedWorld.Owner.AccountId });
        var request = _simulation.Request(
            "SyncImages", new { ImageIds = new[] { image.ImageId }, DestinationRegions = new[] { to } }, from, host: $"cvm.{from}.tencentcloudapi.com");

        Assert.Equal(code, await _simulation.CodeAsync(request));
    }

    [Fact]
    public async Task Copies_between_finance_regions_are_a_setting()
    {
        _simulation.Options.CopiesBetweenFinanceRegions = false;
        var image = _simulation.Cloud.AddImage(new SimulatedImage { ImageName = "there", Region = "ap-shanghai-fsi", AccountId = SimulatedWorld.Owner.AccountId });
        var request = _simulation.Request(
            "SyncImages", new { ImageIds = new[] { image.ImageId }, DestinationRegions = new[] { "ap-shenzhen-fsi" } }, "ap-shanghai-fsi", host: "127.0.0.1");

        Assert.Equal("UnsupportedOperation.Region", await _simulation.CodeAsync(request));
    }

    [Fact]
    public async Task A_large_image_is_refused_where_there_is_a_limit()
    {
        _simulation.Options.MaximumCopySizeGB = 49;

        Assert.Equal("InvalidImageId.TooLarge", await _simulation.FailAsync("SyncImages", To("ap-shanghai")));
    }

    [Fact]
    public async Task An_encrypted_copy_is_created_in_the_region_of_its_source_and_stays_there()
    {
        var response = await _simulation.SucceedAsync(
            "SyncImages", new { ImageIds = new[] { Web }, DestinationRegions = new[] { Simulation.Guangzhou }, Encrypt = true, KmsKeyId = "b29c2f37-9f2d-11ef-8836-5254009ad364", ImageSetRequired = true });
        _simulation.Time.Advance(_simulation.Options.CopyDuration);
        var copy = response.Texts("ImageSet", "ImageId")[0];

        Assert.True(_simulation.Cloud.FindImage(copy)!.Encrypted);
        Assert.Equal("UnsupportedOperation.EncryptedImagesNotSupported", await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { copy }, DestinationRegions = new[] { "ap-shanghai" } }));
        Assert.Equal("UnsupportedOperation.SyncEncryptImageNotSupport", await _simulation.FailAsync("SyncImages", new { ImageIds = new[] { copy }, DestinationRegions = new[] { Simulation.Guangzhou }, Encrypt = true }));
    }
}
