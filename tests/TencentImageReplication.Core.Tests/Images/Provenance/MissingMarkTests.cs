using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Images.Provenance;

public sealed class MissingMarkTests
{
    private static readonly DateTimeOffset Built = new(2026, 11, 28, 22, 0, 0, TimeSpan.Zero);

    private static readonly Image Source = new()
    {
        ImageId = "img-source01",
        ImageName = "golden-web",
        ImageType = ImageTypes.Private,
        ImageState = ImageStates.Normal,
        ImageSize = 50,
        CreatedTime = Built,
    };

    private static readonly Image Copy = Source with { ImageId = "img-copy0001", CreatedTime = Built.AddMinutes(20) };

    [Fact]
    public void A_copy_without_a_mark_gets_that_of_its_source() =>
        Assert.Equal(SourceMark.For(Source, "ap-guangzhou"), MissingMark.Of(Copy, "ap-shanghai", Source, "ap-guangzhou"));

    [Fact]
    public void A_copy_with_a_mark_gets_no_other()
    {
        var marked = Copy with { Tags = [new Tag { Key = SourceMark.TagKey, Value = SourceMark.For(Source, "ap-guangzhou").ToValue() }] };

        Assert.Null(MissingMark.Of(marked, "ap-shanghai", Source, "ap-guangzhou"));
    }

    [Fact]
    public void An_image_that_is_no_copy_gets_none()
    {
        Assert.Null(MissingMark.Of(Copy with { ImageSize = 60 }, "ap-shanghai", Source, "ap-guangzhou"));
        Assert.Null(MissingMark.Of(Copy with { CreatedTime = Built.AddDays(-1) }, "ap-shanghai", Source, "ap-guangzhou"));
    }
}
