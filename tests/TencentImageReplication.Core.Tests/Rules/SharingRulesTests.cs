using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class SharingRulesTests
{
    private static Image Image(string type, string state = "NORMAL") =>
        new() { ImageId = "img-6pmnl3ik", ImageName = "golden", ImageType = type, ImageState = state };

    [Theory]
    [InlineData("100000000001", null)]
    [InlineData("2700036", null)]
    [InlineData("12345", null)]
    [InlineData("1234", "InvalidAccountId")]
    [InlineData("12345678901234567890", null)]
    [InlineData("123456789012345678901", "InvalidAccountId")]
    [InlineData("", "InvalidAccountId")]
    [InlineData("123", "InvalidAccountId")]
    [InlineData("somebody@example.org", "InvalidAccountId")]
    [InlineData("100000000001\n", "InvalidAccountId")]
    [InlineData("１００００００００００１", "InvalidAccountId")]
    public void What_an_account_id_looks_like(string text, string? rule) => Assert.Equal(rule, SharingRules.CheckAccountId(text)?.Id);

    [Theory]
    [InlineData("PRIVATE_IMAGE", "NORMAL", null, "")]
    [InlineData("SHARED_IMAGE", "NORMAL", "OnlyOwnImagesAreShared", "Copy-TccSharedImage")]
    [InlineData("PUBLIC_IMAGE", "NORMAL", "OnlyOwnImagesAreShared", "")]
    [InlineData("PRIVATE_IMAGE", "SYNCING", "ImageNotNormal", "Wait-TccImage -ImageId img-6pmnl3ik -Region ap-guangzhou")]
    [InlineData("PRIVATE_IMAGE", "CREATEFAILED", "ImageNotNormal", "again")]
    public void Only_a_normal_image_of_ones_own_is_shared(string type, string state, string? rule, string advice)
    {
        var violation = SharingRules.CheckImage(Image(type, state), "ap-guangzhou");

        Assert.Equal(rule, violation?.Id);
        Assert.Contains(advice, violation?.Advice ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRIVATE_IMAGE", null)]
    [InlineData("SHARED_IMAGE", "Only its owner")]
    [InlineData("PUBLIC_IMAGE", "not a custom image")]
    public void Only_the_owner_decides_about_sharing_whatever_the_state(string type, string? reason)
    {
        var violation = SharingRules.CheckOwner(Image(type, "SYNCING"), "ap-guangzhou");

        Assert.Equal(reason is null, violation is null);
        Assert.Contains(reason ?? "", violation?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 500, true)]
    [InlineData(499, 1, true)]
    [InlineData(500, 0, true)]
    [InlineData(499, 2, false)]
    public void An_image_goes_to_five_hundred_accounts(int now, int more, bool allowed) =>
        Assert.Equal(allowed, SharingRules.CheckCount(Image("PRIVATE_IMAGE"), "ap-guangzhou", now, more) is null);
}
