using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.Core.Tests.Images.Editing;

public sealed class ImageEditorTests
{
    private static readonly ImageRef Web = new(SimulatedWorld.WebImageId, CopyWorld.Source);
    private static readonly ModifyImageAttributeRequest Nothing = new() { ImageId = SimulatedWorld.WebImageId };

    private readonly CopyWorld _world = new();
    private readonly List<ModifyImageAttributeRequest> _confirmations = [];

    public ImageEditorTests() => _world.Cloud.Options.SharedOutImagesCanBeModified = true;

    [Fact]
    public async Task Only_what_differs_is_confirmed_and_sent()
    {
        var changed = await SetAsync(Nothing with { ImageName = "golden-web-2024", ImageDescription = "new", ImageFamily = "golden-web", ImageDeprecated = true });

        Assert.Equal([Nothing with { ImageDescription = "new", ImageDeprecated = true }], _confirmations);
        Assert.Equal(("golden-web-2024", "new", "golden-web", true), Facts(changed!));
        Assert.Equal(Facts(changed!), Facts(await DescribeAsync()));
    }

    [Fact]
    public async Task All_attributes_can_be_changed()
    {
        var changed = await SetAsync(Nothing with { ImageName = "new-name", ImageFamily = "new-family" });

        Assert.Equal(("new-name", "The web server", "new-family", false), Facts(changed!));
        Assert.Equal(Facts(changed!), Facts(await DescribeAsync()));
    }

    [Fact]
    public async Task What_equals_the_current_values_needs_neither_confirmation_nor_request()
    {
        Assert.NotNull(await SetAsync(Nothing with { ImageName = "golden-web-2024", ImageDescription = "The web server", ImageDeprecated = false }));
        Assert.NotNull(await SetAsync(Nothing));

        Assert.Empty(_confirmations);
        Assert.Equal(0, _world.CallsOf("ModifyImageAttribute"));
    }

    [Fact]
    public async Task An_attribute_that_the_image_lacks_equals_an_empty_one()
    {
        var bare = new Image { ImageId = Web.ImageId, ImageName = "golden", ImageType = ImageTypes.Private };

        Assert.Same(bare, await SetAsync(Nothing with { ImageDescription = "", ImageFamily = "", ImageDeprecated = false }, bare));
        Assert.Empty(_confirmations);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("description")]
    [InlineData("family")]
    [InlineData("deprecated")]
    public async Task Each_attribute_by_itself_is_a_change(string attribute)
    {
        await SetAsync(Nothing with
        {
            ImageName = attribute == "name" ? "other" : null,
            ImageDescription = attribute == "description" ? "" : null,
            ImageFamily = attribute == "family" ? "" : null,
            ImageDeprecated = attribute == "deprecated" ? true : null,
        });

        Assert.Equal((1, 1), (_confirmations.Count, _world.CallsOf("ModifyImageAttribute")));
    }

    [Fact]
    public async Task What_is_not_changed_stays_in_the_result()
    {
        _world.Cloud.UpdateImage(Web.ImageId, image => image with { Deprecated = true });

        Assert.Equal(("golden-web-2024", "new", "golden-web", true), Facts((await SetAsync(Nothing with { ImageDescription = "new" }))!));
    }

    [Fact]
    public async Task Of_several_tags_each_replaces_that_of_its_key()
    {
        var changed = await SetAsync(Nothing, tags: [new Tag { Key = "env", Value = "test" }, new Tag { Key = "owner", Value = "me" }]);

        Assert.Equal([("env", "test"), ("owner", "me"), ("team", "web")], changed!.Tags.Select(tag => (tag.Key, tag.Value)).Order());
    }

    [Theory]
    [InlineData("env", "prod", null)]
    [InlineData("env", "", "TagWithoutValue")]
    [InlineData("qcs:team", "web", "TagReserved")]
    [InlineData(SourceMark.TagKey, "anything", "TagIsMark")]
    public void A_tag_that_cannot_be_set_is_refused_among_others(string key, string value, string? violation) =>
        Assert.Equal(violation, ImageEditor.CheckTags([new Tag { Key = "a", Value = "b" }, new Tag { Key = key, Value = value }])?.Id);

    [Fact]
    public async Task What_is_not_confirmed_is_not_changed()
    {
        Assert.Null(await SetAsync(Nothing with { ImageDescription = "new" }, confirm: false));
        Assert.Equal(0, _world.CallsOf("ModifyImageAttribute"));
    }

    [Fact]
    public async Task Only_tags_that_differ_are_sent()
    {
        Tag[] tags = [new Tag { Key = "env", Value = "prod" }, new Tag { Key = "team", Value = "ops" }];

        var changed = await SetAsync(Nothing, tags: tags);

        Assert.Equal([("env", "prod"), ("team", "ops")], changed!.Tags.Select(tag => (tag.Key, tag.Value)).Order());
        Assert.Equal((1, 1, 0), (_confirmations.Count, _world.CallsOf("TagResources"), _world.CallsOf("ModifyImageAttribute")));
        Assert.NotNull(await SetAsync(Nothing, tags: tags));
        Assert.Equal(1, _world.CallsOf("TagResources"));
    }

    [Fact]
    public async Task An_image_of_another_account_is_refused_without_a_request()
    {
        var shared = new Image { ImageId = Web.ImageId, ImageType = ImageTypes.Shared };

        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => SetAsync(Nothing with { ImageDescription = "new" }, shared));

        Assert.Equal("ImageNotOwn", failure.Violation.Id);
        Assert.Empty(_confirmations);
    }

    private static (string, string?, string?, bool) Facts(Image image) =>
        (image.ImageName, image.ImageDescription, image.ImageFamily, image.ImageDeprecated ?? false);

    private Task<Image?> SetAsync(ModifyImageAttributeRequest wanted, Image? described = null, bool confirm = true, IReadOnlyList<Tag>? tags = null) => _world.Time.RunAsync(async () =>
        await new ImageEditor(_world.Client, _world.Tagger, NullLogger.Instance).SetAsync(
            Web,
            described ?? (await _world.Client.FindImagesAsync(Web.Region, [Web.ImageId], CancellationToken.None))[Web.ImageId],
            new ImageChanges(wanted, tags ?? []),
            changes =>
            {
                _confirmations.Add(changes.Attributes);
                return Task.FromResult(confirm);
            },
            CancellationToken.None));

    private async Task<Image> DescribeAsync() =>
        (await _world.Time.RunAsync(() => _world.Client.FindImagesAsync(Web.Region, [Web.ImageId], CancellationToken.None)))[Web.ImageId];
}
