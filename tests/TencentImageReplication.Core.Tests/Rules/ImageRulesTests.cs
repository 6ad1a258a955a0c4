using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class ImageRulesTests
{
    [Theory]
    [InlineData("img-6pmnl3ik", null)]
    [InlineData("img-gweb2024", null)]
    [InlineData("", "InvalidImageId")]
    [InlineData("golden-web", "InvalidImageId")]
    [InlineData("ins-6pmnl3ik", "InvalidImageId")]
    [InlineData("img-6pmnl3ik ", "InvalidImageId")]
    [InlineData("IMG-6PMNL3IK", "InvalidImageId")]
    [InlineData("img-6pmnl3ik\n", "InvalidImageId")]
    [InlineData("img-6pm", "InvalidImageId")]
    [InlineData("img-6pmn", null)]
    [InlineData("img-0123456789abcdef0123456789abcdef", null)]
    [InlineData("img-0123456789abcdef0123456789abcdef0", "InvalidImageId")]
    [InlineData("img-６pmnl3ik", "InvalidImageId")]
    public void What_an_image_id_looks_like(string text, string? rule) => Assert.Equal(rule, ImageRules.CheckId(text)?.Id);

    [Theory]
    [InlineData(1, null)]
    [InlineData(60, null)]
    [InlineData(61, "ImageNameTooLong")]
    [InlineData(0, "ImageNameEmpty")]
    public void How_long_a_name_may_be(int length, string? rule) =>
        Assert.Equal(rule, ImageRules.CheckName(new string('镜', length))?.Id);

    [Theory]
    [InlineData("SHARED_IMAGE", CopyKind.Custom, "SharedImageNeedsCopyShared")]
    [InlineData("SHARED_IMAGE", CopyKind.Encrypted, "SharedImageNeedsCopyShared")]
    [InlineData("PRIVATE_IMAGE", CopyKind.Shared, "CustomImageNeedsCopyCustom")]
    [InlineData("PUBLIC_IMAGE", CopyKind.Custom, "PublicImageNotCopied")]
    [InlineData("MARKET_IMAGE", CopyKind.Shared, "ImageTypeNotCopied")]
    public void Each_type_that_cannot_be_copied_has_a_rule_of_its_own(string type, CopyKind kind, string rule) =>
        Assert.Equal(rule, ImageRules.CheckType(new Image { ImageType = type }, "ap-guangzhou", kind)?.Id);

    [Theory]
    [InlineData("NORMAL", null)]
    [InlineData("CREATING", "Wait-TccImage")]
    [InlineData("SOMETHING_NEW", "Wait-TccImage")]
    [InlineData("CREATEFAILED", "Create the image again")]
    public void Only_a_normal_image_is_copied_and_the_advice_fits(string state, string? advice)
    {
        var violation = ImageRules.CheckState(new Image { ImageId = "img-6pmnl3ik", ImageState = state }, "ap-guangzhou");

        if (advice is null)
            Assert.Null(violation);
        else
            Assert.Contains(advice, violation!.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRIVATE_IMAGE", CopyKind.Custom, null)]
    [InlineData("SHARED_IMAGE", CopyKind.Shared, null)]
    [InlineData("PRIVATE_IMAGE", CopyKind.Encrypted, null)]
    [InlineData("SHARED_IMAGE", CopyKind.Custom, "Copy-TccSharedImage")]
    [InlineData("SHARED_IMAGE", CopyKind.Encrypted, "Copy-TccSharedImage")]
    [InlineData("PUBLIC_IMAGE", CopyKind.Shared, "Get-TccImage -ImageType Public")]
    [InlineData("PUBLIC_IMAGE", CopyKind.Encrypted, "Get-TccImage -ImageType Public")]
    [InlineData("PRIVATE_IMAGE", CopyKind.Shared, "Copy-TccCustomImage")]
    [InlineData("PUBLIC_IMAGE", CopyKind.Custom, "Get-TccImage -ImageType Public")]
    [InlineData("MARKET_IMAGE", CopyKind.Custom, "Copy-TccCustomImage")]
    public void The_wrong_cmdlet_names_the_right_one(string type, CopyKind kind, string? named)
    {
        var violation = ImageRules.CheckType(new Image { ImageId = "img-6pmnl3ik", ImageType = type }, "ap-guangzhou", kind);

        if (named is null)
            Assert.Null(violation);
        else
            Assert.Contains(named, violation!.Advice, StringComparison.Ordinal);
    }
}
