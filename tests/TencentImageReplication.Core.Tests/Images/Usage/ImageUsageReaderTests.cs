using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Images.Usage;

public sealed class ImageUsageReaderTests
{
    private const string Web = SimulatedWorld.WebImageId;
    private const string Database = SimulatedWorld.DatabaseImageId;

    private readonly CopyWorld _world = new();

    [Fact]
    public async Task The_uses_of_all_kinds_are_found_by_image()
    {
        _world.Cloud.AddInstance("ins-00000001", Web);
        _world.Cloud.AddInstance("ins-elsewher", Web, "ap-beijing");
        var template = _world.Cloud.AddTemplate("web", Database, Web);
        var configuration = _world.Cloud.AddConfiguration("web-asc", Web);
        var group = _world.Cloud.AddGroup("web-blue", configuration);

        var usage = await ReadAsync();

        Assert.Empty(usage.Unread);
        Assert.Equal(
            [
                new ImageUse(ImageUseKind.Instance, "ins-00000001", "name of ins-00000001", Web) { Detail = "RUNNING" },
                new ImageUse(ImageUseKind.LaunchTemplateVersion, template.LaunchTemplateId, "web", Web) { Version = 2, IsDefault = true, Detail = "version 2" },
                new ImageUse(ImageUseKind.LaunchConfiguration, configuration.LaunchConfigurationId, "web-asc", Web)
                {
                    ImageFamily = "",
                    Detail = $"{group.AutoScalingGroupId} (web-blue)",
                },
            ],
            usage.Of(Web));
        Assert.Equal((ImageUseKind.LaunchTemplateVersion, 1L, false), Assert.Single(usage.Of(Database).Select(use => (use.Kind, use.Version!.Value, use.IsDefault!.Value))));
        Assert.Empty(usage.Of("img-unused01"));
    }

    [Fact]
    public async Task A_version_above_30_is_found()
    {
        _world.Cloud.AddTemplate("web", CopyWorld.Source, first: 31, Web);

        Assert.Equal(31, Assert.Single((await ReadAsync()).Of(Web)).Version);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_family_stands_for_its_images_that_are_not_deprecated(bool? deprecated, bool isUsed)
    {
        _world.Cloud.AddConfiguration("web", imageId: "", imageFamily: "golden-web");

        var usage = await ReadAsync();

        var image = new Image { ImageId = "img-00000001", ImageFamily = "golden-web", ImageDeprecated = deprecated };
        Assert.Equal(isUsed ? ["image family golden-web"] : [], usage.Of(image).Select(use => use.Detail));
        Assert.Empty(usage.Of(image with { ImageFamily = "golden-db" }));
        Assert.Empty(usage.Of("img-00000001"));
    }

    [Fact]
    public async Task A_configuration_that_names_an_image_and_its_family_is_one_use()
    {
        _world.Cloud.AddConfiguration("web", Web, "golden-web");

        Assert.Single((await ReadAsync()).Of(new Image { ImageId = Web, ImageFamily = "golden-web" }));
    }

    [Theory]
    [InlineData("DescribeInstances", ImageUseKind.Instance)]
    [InlineData("DescribeLaunchTemplates", ImageUseKind.LaunchTemplateVersion)]
    [InlineData("DescribeLaunchTemplateVersions", ImageUseKind.LaunchTemplateVersion)]
    [InlineData("DescribeLaunchConfigurations", ImageUseKind.LaunchConfiguration)]
    public async Task A_kind_that_cannot_be_read_is_in_the_result_and_the_others_are_read(string action, ImageUseKind kind)
    {
        _world.Cloud.AddInstance("ins-00000001", Web);
        _world.Cloud.AddTemplate("web", Web);
        _world.Cloud.AddConfiguration("web", Web);
        _world.Cloud.Faults.Add(Refusal(action));

        var usage = await ReadAsync();

        var unread = Assert.Single(usage.Unread);
        Assert.Equal((kind, "UnauthorizedOperation", true), (unread.Kind, unread.Error.Code, unread.IsRefused));
        Assert.Equal(action, unread.Error.Action);
        Assert.Equal(Enum.GetValues<ImageUseKind>().Except([kind]), usage.Of(Web).Select(use => use.Kind));
    }

    [Fact]
    public async Task The_versions_of_other_templates_are_read_if_those_of_one_cannot_be()
    {
        foreach (var name in new[] { "web", "db", "app" })
            _world.Cloud.AddTemplate(name, Web);
        _world.Cloud.Faults.Add(Refusal("DescribeLaunchTemplateVersions") with { Times = 1 });

        var usage = await ReadAsync();

        Assert.Equal(2, usage.Of(Web).Count);
        Assert.Equal(ImageUseKind.LaunchTemplateVersion, Assert.Single(usage.Unread).Kind);
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, false)]
    [InlineData(FaultKind.ErrorCode, true)]
    public async Task A_refusal_is_told_from_a_missing_response(FaultKind fault, bool isRefused)
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(fault) { ErrorCode = "UnsupportedRegion" }) { Action = "DescribeLaunchConfigurations", Times = int.MaxValue });

        Assert.Equal(isRefused, Assert.Single((await ReadAsync()).Unread).IsRefused);
    }

    [Fact]
    public async Task Each_list_is_read_once_whatever_the_number_of_images()
    {
        var images = _world.AddImages(200, index => $"golden-{index}");
        for (var index = 0; index < 500; index++)
            _world.Cloud.AddInstance($"ins-{index:00000000}", images[index % 200].ImageId);
        for (var index = 0; index < 50; index++)
            _world.Cloud.AddTemplate($"template-{index}", images[index].ImageId, images[index + 50].ImageId);
        for (var index = 0; index < 30; index++)
            _world.Cloud.AddConfiguration($"configuration-{index}", images[index].ImageId);
        var began = _world.Time.GetUtcNow();

        var usage = await ReadAsync();

        Assert.Equal(500 + 100 + 30, images.Sum(image => usage.Of(image.ImageId).Count));
        // Pages overlap by one item: 500 instances need 6.
        Assert.Equal((6, 1, 50, 1), (
            _world.CallsOf("DescribeInstances"),
            _world.CallsOf("DescribeLaunchTemplates"),
            _world.CallsOf("DescribeLaunchTemplateVersions"),
            _world.CallsOf("DescribeLaunchConfigurations")));
        Assert.Equal(58, _world.Cloud.Calls.Count);
        // 20 version lists a second.
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    private static FaultRule Refusal(string action) =>
        new(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action, Times = int.MaxValue };

    private Task<ImageUsage> ReadAsync() => _world.Time.RunAsync(
        () => new ImageUsageReader(_world.Client, _world.AutoScaling).ReadAsync(CopyWorld.Source, CancellationToken.None));
}
