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
