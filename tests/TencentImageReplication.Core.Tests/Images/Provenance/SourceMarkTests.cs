using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Tests.Images.Provenance;

/// <summary>The text of a mark, and what is read from it.</summary>
public sealed class SourceMarkTests
{
    private static readonly Image Source = new()
    {
        ImageId = "img-source01",
        CreatedTime = new DateTimeOffset(2026, 11, 29, 6, 0, 0, TimeSpan.FromHours(8)),
    };

    [Fact]
    public void A_copy_names_its_source() =>
        Assert.Equal("ap-guangzhou/img-source01/2026-11-28T22:00:00Z", SourceMark.For(Source, "ap-guangzhou").ToValue());

    [Fact]
    public void A_copy_of_a_copy_names_the_first_image_too()
    {
        var copy = new Image { ImageId = "img-copy0001", CreatedTime = Source.CreatedTime!.Value.AddHours(1), Tags = [Tag(SourceMark.For(Source, "ap-guangzhou").ToValue())] };
        var second = SourceMark.For(copy, "ap-shanghai");
        Assert.Equal("ap-shanghai/img-copy0001/2026-11-28T23:00:00Z;ap-guangzhou/img-source01/2026-11-28T22:00:00Z", second.ToValue());

        var third = new Image { ImageId = "img-copy0002", Tags = [Tag(second.ToValue())] };
        Assert.Equal("ap-beijing/img-copy0002/;ap-guangzhou/img-source01/2026-11-28T22:00:00Z", SourceMark.For(third, "ap-beijing").ToValue());
    }

    [Theory]
    [InlineData("ap-guangzhou/img-source01/2026-11-28T22:00:00Z")]
    [InlineData("ap-guangzhou/img-source01/")]
    [InlineData("ap-shanghai/img-copy0001/2026-11-28T23:00:00Z;ap-guangzhou/img-source01/2026-11-28T22:00:00Z")]
    public void What_is_written_is_read(string value) => Assert.Equal(value, SourceMark.TryParse(value)?.ToValue());

    [Theory]
    [InlineData("")]
    [InlineData("ap-guangzhou")]
    [InlineData("ap-guangzhou/img-source01")]
    [InlineData("/img-source01/2026-11-28T22:00:00Z")]
    [InlineData("ap-guangzhou//2026-11-28T22:00:00Z")]
    [InlineData("ap-guangzhou/img-source01/28.11.2026")]
    [InlineData("ap-guangzhou/img-source01/2026-11-28T22:00:00Z/more")]
    [InlineData("ap-guangzhou/img-source01/2026-11-28T22:00:00Z;")]
    [InlineData("ap-guangzhou/img-source01/2026-11-28T22:00:00Z;by hand")]
    [InlineData("a/b/2026-11-28T22:00:00Z;c/d/2026-11-28T22:00:00Z;e/f/2026-11-28T22:00:00Z")]
    public void Anything_else_is_no_mark(string value) => Assert.Null(SourceMark.TryParse(value));

    [Fact]
    public void A_mark_fits_in_a_tag()
    {
        var longest = new ImageIdentity(new string('r', 80), "img-" + new string('i', 80), Source.CreatedTime);
        var mark = new SourceMark(longest, longest with { ImageId = "img-other001" });

        Assert.Equal($"{longest.Region}/{longest.ImageId}/2026-11-28T22:00:00Z", mark.ToValue());
        Assert.InRange(mark.ToValue().Length, 1, SourceMark.MaxLength);
        Assert.Equal(SourceMark.MaxLength, new SourceMark(new(new string('r', 100), "i", null), new(new string('s', 148), "i", null)).ToValue().Length);
        Assert.Equal(103, new SourceMark(new(new string('r', 100), "i", null), new(new string('s', 149), "i", null)).ToValue().Length);
    }

    [Fact]
    public void An_origin_that_is_the_source_is_not_repeated()
    {
        var source = ImageIdentity.Of(Source, "ap-guangzhou");

        Assert.Equal("ap-guangzhou/img-source01/2026-11-28T22:00:00Z", new SourceMark(source, source).ToValue());
    }

    [Theory]
    [InlineData("ImageReplicationSource", true)]
    [InlineData("ImageReplicationSource.2", true)]
    [InlineData("ImageReplicationSource.14", true)]
    [InlineData("ImageReplicationSource.1", false)]
    [InlineData("ImageReplicationSource.", false)]
    [InlineData("ImageReplicationSource.x", false)]
    [InlineData("ImageReplicationSource.-2", false)]
    [InlineData("ImageReplicationSource2", false)]
    [InlineData("imagereplicationsource", false)]
    [InlineData("Image", false)]
    public void Keys_of_marks_are_known_by_their_number(string key, bool expected) => Assert.Equal(expected, SourceMark.IsKey(key));

    [Fact]
    public void Keys_are_numbered_from_two()
    {
        Assert.Equal(["ImageReplicationSource", "ImageReplicationSource.2", "ImageReplicationSource.3"], Enumerable.Range(1, 3).Select(SourceMark.KeyOf));
        Assert.All(Enumerable.Range(1, 12).Select(SourceMark.KeyOf), key => Assert.True(SourceMark.IsKey(key)));
    }

    [Fact]
    public void Marks_are_read_among_other_tags()
    {
        var image = Source with { Tags = [new Tag { Key = "env", Value = "prod" }, Tag("by hand"), new Tag { Key = "ImageReplicationSource.2", Value = "ap-beijing/img-first001/" }] };

        Assert.Equal(new ImageIdentity("ap-beijing", "img-first001", null), Assert.Single(SourceMark.Of(image)).Source);
        Assert.Empty(SourceMark.Of(Source));
    }

    private static Tag Tag(string value) => new() { Key = SourceMark.TagKey, Value = value };
}
