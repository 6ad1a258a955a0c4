using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class ImageChangeRulesTests
{
    private static Image Image(string type, string state) =>
        new() { ImageId = "img-6pmnl3ik", ImageName = "golden", ImageType = type, ImageState = state };

    [Theory]
    [InlineData("PRIVATE_IMAGE", "NORMAL", null, "")]
    [InlineData("PRIVATE_IMAGE", "CREATEFAILED", null, "")]
    [InlineData("PRIVATE_IMAGE", "IMPORTFAILED", null, "")]
    [InlineData("PRIVATE_IMAGE", "SYNCING", "ImageBusy", "it is being copied")]
    [InlineData("PRIVATE_IMAGE", "CREATING", "ImageBusy", "it is being created")]
    [InlineData("PRIVATE_IMAGE", "IMPORTING", "ImageBusy", "it is being imported")]
    [InlineData("PRIVATE_IMAGE", "SOMETHING_NEW", "ImageBusy", "SOMETHING_NEW")]
    [InlineData("SHARED_IMAGE", "NORMAL", "ImageNotOwn", "another account")]
    [InlineData("PUBLIC_IMAGE", "NORMAL", "ImageNotOwn", "not a custom image")]
    public void What_cannot_be_deleted_is_refused_with_the_reason(string type, string state, string? rule, string reason)
    {
        var violation = ImageChangeRules.CheckRemovable(Image(type, state), "ap-guangzhou");

        Assert.Equal(rule, violation?.Id);
        Assert.Contains(reason, violation?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRIVATE_IMAGE", null)]
    [InlineData("SHARED_IMAGE", "Copy-TccSharedImage")]
    [InlineData("PUBLIC_IMAGE", "Get-TccImage")]
    public void Only_an_image_of_the_account_can_be_changed(string type, string? advice)
    {
        var violation = ImageChangeRules.CheckOwn(Image(type, "SYNCING"), "ap-guangzhou");

        Assert.Equal(advice is null ? null : "ImageNotOwn", violation?.Id);
        Assert.Contains(advice ?? "", violation?.Advice ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_image_and_a_name_in_use_are_named()
    {
        var missing = ImageChangeRules.NotFound("img-6pmnl3ik", "ap-guangzhou");
        var taken = ImageChangeRules.NameTaken("golden", "ap-guangzhou", "img-6pmnl3ik");

        Assert.Equal("ImageNotFound", missing.Id);
        Assert.StartsWith("Image img-6pmnl3ik does not exist in ap-guangzhou", missing.Message, StringComparison.Ordinal);
        Assert.Equal("ImageNameTaken", taken.Id);
        Assert.StartsWith("An image named 'golden' already exists in ap-guangzhou: img-6pmnl3ik.", taken.Message, StringComparison.Ordinal);
        Assert.EndsWith("Wait-TccImage -ImageId img-6pmnl3ik -Region ap-guangzhou", taken.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_reads_as_message_and_advice_without_control_characters()
    {
        var violation = new RuleViolation("Id", "A name\nof \u001b[31mothers.", "Do this.");

        Assert.DoesNotContain(violation.Message, char.IsControl);
        Assert.Equal(violation.Message + " Do this.", new RuleViolationException(violation).Message);
    }

    [Fact]
    public void The_reason_is_told_in_Chinese_too()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            var violation = ImageChangeRules.CheckRemovable(Image("PRIVATE_IMAGE", "SYNCING"), "ap-guangzhou")!;

            Assert.Contains("正在复制", violation.Message, StringComparison.Ordinal);
            Assert.Contains("Wait-TccImage -ImageId img-6pmnl3ik", violation.Advice, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("ap-shanghai", "ap-shanghai", null)]
    [InlineData("ap-shanghai", "AP-SHANGHAI", null)]
    [InlineData("ap-shanghai", "ap-beijing", "EncryptedCopyStaysInRegion")]
    public void An_encrypted_copy_stays_in_its_region(string source, string destination, string? rule) =>
        Assert.Equal(rule, RegionRules.CheckEncryptedDestination(source, destination)?.Id);
}
