using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Core.Tests.Rollout;

public sealed class TemplateVersionsTests
{
    [Theory]
    [InlineData(4, new long[] { 2 })]
    [InlineData(3, new long[] { 2, 3 })]
    [InlineData(1, new long[] { 2, 3, 4 })]
    [InlineData(10, new long[0])]
    public void The_oldest_versions_of_the_module_are_surplus_and_never_those_in_use(int keep, long[] expected)
    {
        // Version 1 and 5 are those of somebody else; 6 is the one before and 7 the default one.
        var versions = new TemplateVersions([Of(7, "img-gggg"), Of(6, "img-ffff"), Of(5, null), Of(4, "img-dddd"), Of(3, "img-cccc"), Of(2, "img-bbbb"), Of(1, null)]);

        Assert.Equal(expected, versions.Surplus(keep, [7, 6]));
    }

    [Fact]
    public void An_old_version_in_use_is_kept()
    {
        var versions = new TemplateVersions([Of(1, "img-aaaa"), Of(2, "img-bbbb"), Of(3, "img-cccc")]);

        Assert.Equal([2L], versions.Surplus(1, [3, 1]));
    }

    [Fact]
    public void A_version_is_found_by_its_description_and_its_image()
    {
        var versions = new TemplateVersions([Of(2, "img-aaaa"), Of(3, "img-bbbb")]);

        Assert.Equal(3, versions.FindMade(new VersionDescription("img-bbbb", 2))!.LaunchTemplateVersion);
        Assert.Null(versions.FindMade(new VersionDescription("img-bbbb", 1)));
        Assert.Null(versions.FindMade(new VersionDescription("img-cccc", 2)));
    }

    private static LaunchTemplateVersionInfo Of(long number, string? imageId) => new()
    {
        LaunchTemplateVersion = number,
        LaunchTemplateVersionDescription = imageId is null ? "by hand" : new VersionDescription(imageId, number - 1).With("text"),
        LaunchTemplateVersionData = new LaunchTemplateVersionData { ImageId = imageId ?? "img-zzzz" },
    };
}
