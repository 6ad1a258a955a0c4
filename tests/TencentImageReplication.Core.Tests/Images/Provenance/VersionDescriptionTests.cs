using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Tests.Images.Provenance;

public sealed class VersionDescriptionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("release 42: with\na line")]
    public void A_description_is_read_back(string? text)
    {
        var description = new VersionDescription("img-6pmnl3ik", 12);

        Assert.Equal(description, VersionDescription.Of(description.With(text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("my version")]
    [InlineData("ImageReplication img-6pmnl3ik")]
    [InlineData("ImageReplication img-6pmnl3ik from 12 or so")]
    [InlineData("made by ImageReplication img-6pmnl3ik from 12")]
    [InlineData("ImageReplication img-6pmnl3ik from 99999999999999999999")]
    public void Other_descriptions_are_those_of_others(string? text) => Assert.Null(VersionDescription.Of(text));

    [Fact]
    public void The_longest_text_fits()
    {
        var longest = new VersionDescription($"img-{new string('x', 32)}", 999_999).With(new string('t', VersionDescription.MaxTextLength));

        Assert.True(longest.Length <= 256);
    }
}
