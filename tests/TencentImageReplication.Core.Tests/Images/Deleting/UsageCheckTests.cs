using System.Collections.Concurrent;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Deleting;

public sealed class UsageCheckTests
{
    private readonly CopyWorld _world = new();
    private readonly List<string> _asked = [];

    [Fact]
    public async Task An_image_that_is_in_use_is_not_deleted_and_the_others_are()
    {
        var images = _world.AddImages(4, index => $"old-{index}");
        _world.Cloud.AddInstance("ins-00000001", images[0].ImageId);
        var template = _world.Cloud.AddTemplate("web", images[1].ImageId, images[2].ImageId);

        var failures = await RemoveAsync(images);

        Assert.Equal([images[3].ImageId], _asked);
        Assert.Equal([true, true, true, false], images.Select(image => _world.Cloud.FindImage(image.ImageId) is not null));
        var violation = ViolationOf(failures[images[0].ImageId]);
        Assert.Equal("ImageInUse", violation.Id);
        Assert.Equal(
            $"{images[0].ImageId} ('old-0', ap-guangzhou) is in use: instance ins-00000001 (name of ins-00000001).", violation.Message);
        Assert.Contains("-Force", violation.Advice, StringComparison.Ordinal);
        Assert.EndsWith(
            $"launch template {template.LaunchTemplateId} (web), version 2 (default).", ViolationOf(failures[images[2].ImageId]).Message, StringComparison.Ordinal);
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task Five_uses_are_named_and_the_other_instances_counted()
    {
        var image = _world.AddImages(1, _ => "old")[0];
        var configuration = _world.Cloud.AddConfiguration("web", image.ImageId);
        for (var index = 0; index < 7; index++)
            _world.Cloud.AddInstance($"ins-0000000{index}", image.ImageId);

        var message = ViolationOf(Assert.Single(await RemoveAsync([image])).Value).Message;

        Assert.Contains($"is in use: launch configuration {configuration.LaunchConfigurationId} (web), instance ", message, StringComparison.Ordinal);
        Assert.Equal(4, Enumerable.Range(0, 7).Count(index => message.Contains($"ins-0000000{index}", StringComparison.Ordinal)));
        Assert.EndsWith(" and 3 more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_a_family_that_a_launch_configuration_names_is_in_use()
    {
        var image = _world.Cloud.AddImage(_world.AddImages(1, _ => "old")[0] with { Family = "golden-web" });
        var configuration = _world.Cloud.AddConfiguration("web", imageId: "", imageFamily: "golden-web");

        Assert.Contains(
            $"launch configuration {configuration.LaunchConfigurationId} (web)", ViolationOf(Assert.Single(await RemoveAsync([image])).Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_read_without_the_check()
    {
        var image = _world.AddImages(1, _ => "old")[0];
        _world.Cloud.AddInstance("ins-00000001", image.ImageId);

        Assert.Empty(await RemoveAsync([image], isChecked: false));

        Assert.Equal(0, _world.CallsOf("DescribeInstances"));
        Assert.Null(_world.Cloud.FindImage(image.ImageId));
    }

    [Fact]
    public async Task Each_region_is_read_once_and_only_for_images_that_can_be_deleted()
    {
        var images = _world.AddImages(120, index => $"old-{index}");
        var elsewhere = _world.AddImages(2, index => $"old-{index}", "ap-beijing");
        var busy = _world.AddImages(1, _ => "busy", "ap-shanghai")[0];
        _world.Cloud.SetImageState(busy.ImageId, "CREATING");

        await RemoveAsync([.. images, .. elsewhere, busy]);

        Assert.Equal(
            ["ap-beijing", "ap-guangzhou"],
            _world.Cloud.Calls.Where(call => call.Action == "DescribeLaunchConfigurations").Select(call => call.Region).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UnauthorizedOperation")]
    [InlineData("UnsupportedRegion")]
    public async Task A_kind_that_the_service_refuses_to_list_is_one_warning(string code)
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        foreach (var action in new[] { "DescribeLaunchTemplates", "DescribeLaunchConfigurations" })
            _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = action, Times = int.MaxValue });

        Assert.Empty(await RemoveAsync(images));

        Assert.All(images, image => Assert.Null(_world.Cloud.FindImage(image.ImageId)));
        var warning = Assert.Single(_world.Warnings);
        Assert.Contains($"launch templates ({code}, DescribeLaunchTemplates), launch configurations ({code}, DescribeLaunchConfigurations)", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_that_was_read_counts_although_others_could_not_be_read()
    {
        var image = _world.AddImages(1, _ => "old")[0];
        _world.Cloud.AddInstance("ins-00000001", image.ImageId);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeLaunchTemplates" });

        Assert.Equal("ImageInUse", ViolationOf(Assert.Single(await RemoveAsync([image])).Value).Id);

        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task Without_a_response_nothing_is_deleted()
    {
        var image = _world.AddImages(1, _ => "old")[0];
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeLaunchConfigurations", Times = int.MaxValue });

        var failure = Assert.IsType<TencentCloudException>(Assert.Single(await RemoveAsync([image])).Value);

        Assert.Equal((ClientErrorCodes.NetworkError, "DescribeLaunchConfigurations"), (failure.Code, failure.Action));
        Assert.StartsWith(
            $"{image.ImageId} in ap-guangzhou was not deleted, because it is not known whether it is in use: ", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(_world.Cloud.FindImage(image.ImageId));
        Assert.Empty(_asked);
    }

    private static RuleViolation ViolationOf(Exception failure) => Assert.IsType<RuleViolationException>(failure).Violation;

    private async Task<IReadOnlyDictionary<string, Exception>> RemoveAsync(IReadOnlyList<SimulatedImage> images, bool isChecked = true)
    {
        var failures = new ConcurrentDictionary<string, Exception>();
        var options = new ImageRemovalOptions
        {
            Usage = isChecked ? new ImageUsageReader(_world.Client, _world.AutoScaling) : null,
            ConfirmAsync = plan =>
            {
                _asked.Add(plan.Image.ImageId);
                return Task.FromResult(true);
            },
        };
        await _world.Time.RunAsync(() => new ImageRemover(_world.Client, options, _world.Time, _world.Log).RunAsync(
            [.. images.Select(image => new ImageRef(image.ImageId, image.Region))],
            (image, failure) => Assert.True(failures.TryAdd(image.ImageId, failure)),
            CancellationToken.None));
        return failures;
    }
}
