using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ImageSharePermissionTests
{
    private const string Database = SimulatedWorld.DatabaseImageId;
    private static readonly string Partner = SimulatedWorld.Partner.AccountId;
    private readonly Simulation _simulation = new();

    private static object Share(params string[] accounts) => new { ImageId = Database, AccountIds = accounts, Permission = "SHARE" };

    private static object Cancel(params string[] accounts) => new { ImageId = Database, AccountIds = accounts, Permission = "CANCEL" };

    private async Task<IReadOnlyList<string>> SharedWithAsync() =>
        (await _simulation.SucceedAsync("DescribeImageSharePermission", new { ImageId = Database })).Texts("SharePermissionSet", "AccountId");

    private void AddAccounts(int count, int first = 0)
    {
        for (var i = first; i < first + count; i++)
            _simulation.Cloud.AddAccount(new() { AccountId = $"{200000000000 + i}", Name = "", SecretId = $"AKID{i}", SecretKey = "x" });
    }

    [Fact]
    public async Task The_owner_sees_the_time_of_sharing_and_the_receiver_sees_the_image()
    {
        var at = _simulation.Time.GetUtcNow();
        await _simulation.SucceedAsync("ModifyImageSharePermission", Share(Partner));
        _simulation.Time.Advance(TimeSpan.FromHours(1));

        var response = await _simulation.SucceedAsync("DescribeImageSharePermission", new { ImageId = Database });

        var permission = Assert.Single(response.List("SharePermissionSet"));
        Assert.Equal(Partner, permission.GetProperty("AccountId").GetString());
        Assert.Equal(at, permission.GetProperty("CreatedTime").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        var theirs = await _simulation.ImageAsync(Database, account: SimulatedWorld.Partner);
        Assert.Equal("SHARED_IMAGE", theirs!.Value.GetProperty("ImageType").GetString());
    }

    [Fact]
    public async Task Stopping_to_share_hides_the_image_from_the_receiver_and_can_be_repeated()
    {
        await _simulation.SucceedAsync("ModifyImageSharePermission", Share(Partner));

        await _simulation.SucceedAsync("ModifyImageSharePermission", Cancel(Partner));
        await _simulation.SucceedAsync("ModifyImageSharePermission", Cancel(Partner));

        Assert.Empty(await SharedWithAsync());
        Assert.Null(await _simulation.ImageAsync(Database, account: SimulatedWorld.Partner));
    }

    [Fact]
    public async Task Sharing_again_fails_for_all_accounts_or_changes_nothing()
    {
        AddAccounts(1);
        await _simulation.SucceedAsync("ModifyImageSharePermission", Share(Partner));

        Assert.Equal("FailedOperation.AccountAlreadyExists", await _simulation.FailAsync("ModifyImageSharePermission", Share("200000000000", Partner)));
        Assert.Equal([Partner], await SharedWithAsync());

        _simulation.Options.SharingAgainIsError = false;
        await _simulation.SucceedAsync("ModifyImageSharePermission", Share("200000000000", Partner));
        Assert.Equal([Partner, "200000000000"], await SharedWithAsync());
    }

    [Fact]
    public async Task An_image_is_shared_with_at_most_five_hundred_accounts()
    {
        AddAccounts(501);
        string[] ids = [.. Enumerable.Range(0, 501).Select(i => $"{200000000000 + i}")];

        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync("ModifyImageSharePermission", Share(ids)));
        await _simulation.SucceedAsync("ModifyImageSharePermission", Share(ids[..500]));

        Assert.Equal("OverQuota", await _simulation.FailAsync("ModifyImageSharePermission", Share(ids[500])));
        Assert.Equal(500, (await SharedWithAsync()).Count);
    }

    [Fact]
    public async Task Only_other_root_accounts_are_accepted()
    {
        _simulation.Cloud.AddAccount(new()
        {
            AccountId = Partner,
            SubAccountId = "100000000077",
            Name = "clerk",
            SecretId = "AKIDclerk",
            SecretKey = "x",
        });

        Assert.Equal("FailedOperation.NotMasterAccount", await _simulation.FailAsync("ModifyImageSharePermission", Share("100000000077")));
        Assert.Equal("FailedOperation.AccountIsYourSelf", await _simulation.FailAsync("ModifyImageSharePermission", Share(SimulatedWorld.Owner.AccountId)));
        Assert.Equal("InvalidAccountId.NotFound", await _simulation.FailAsync("ModifyImageSharePermission", Share("999")));
        Assert.Equal("InvalidParameterValue.InvalidAppIdFormat", await _simulation.FailAsync("ModifyImageSharePermission", Share("bob")));
    }

    [Fact]
    public async Task Only_a_normal_unencrypted_custom_image_of_the_account_is_shared()
    {
        Assert.Equal("InvalidParameterValue.InvalidImageState", await ShareAsync(SimulatedWorld.CreatingImageId));
        Assert.Equal("InvalidParameterValue.InvalidImageId", await ShareAsync(_simulation.Cloud.PublicImages[0].ImageId));
        Assert.Equal("InvalidImageId.NotFound", await ShareAsync("img-00000000"));
        Assert.Equal("InvalidImageId.Malformed", await ShareAsync("img-1"));
        Assert.Equal("UnauthorizedOperation.ImageNotBelongToAccount", await ShareAsync(SimulatedWorld.WebImageId, SimulatedWorld.Partner));
        _simulation.Cloud.UpdateImage(Database, image => image with { Encrypted = true });
        Assert.Equal("UnsupportedOperation.EncryptedImagesNotSupported", await ShareAsync(Database));
        _simulation.Cloud.UpdateImage(Database, image => image with { Encrypted = false, LicenseType = "BYOL" });
        Assert.Equal("FailedOperation.BYOLImageShareFailed", await ShareAsync(Database));

        Task<string?> ShareAsync(string imageId, SimulatedAccount? account = null) => _simulation.FailAsync(
            "ModifyImageSharePermission", new { ImageId = imageId, AccountIds = new[] { Partner }, Permission = "SHARE" }, account: account)!;
    }

    [Fact]
    public async Task Only_the_owner_lists_the_accounts_of_an_image() => Assert.Equal(
        "UnauthorizedOperation.ImageNotBelongToAccount",
        await _simulation.FailAsync("DescribeImageSharePermission", new { ImageId = SimulatedWorld.WebImageId }, account: SimulatedWorld.Partner));

    [Fact]
    public async Task A_copy_is_shared_with_nobody()
    {
        var copy = (await _simulation.SucceedAsync(
            "SyncImages", new { ImageIds = new[] { SimulatedWorld.WebImageId }, DestinationRegions = new[] { "ap-shanghai" }, ImageSetRequired = true }))
            .Texts("ImageSet", "ImageId")[0];

        Assert.Empty((await _simulation.SucceedAsync("DescribeImageSharePermission", new { ImageId = copy }, "ap-shanghai")).List("SharePermissionSet"));
    }
}
