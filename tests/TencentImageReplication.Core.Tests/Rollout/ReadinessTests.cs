using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Rollout;

public sealed class ReadinessTests
{
    private readonly RolloutWorld _world = new();

    [Fact]
    public async Task A_region_that_is_not_ready_refuses_the_whole_rollout()
    {
        _world.Cloud.SetImageState(_world.New["ap-shanghai"], "CREATING");

        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template));

        Assert.Equal([PublicationStatus.NotStarted, PublicationStatus.Failed, PublicationStatus.NotStarted], rows.Select(row => row.Status));
        Assert.Equal("ImageNotReady", ViolationOf(rows[1]));
        Assert.Empty(_world.Steps);
        Assert.Equal(0, _world.Acted("CreateLaunchTemplateVersion"));
    }

    [Fact]
    public async Task The_other_regions_can_be_allowed()
    {
        _world.Cloud.SetImageState(_world.New["ap-shanghai"], "CREATING");

        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template, RolloutWorld.Group), options => options with { AllowPartial = true });

        Assert.Equal(["ap-guangzhou", "ap-beijing"], rows.Where(row => row.Status == PublicationStatus.Published).Select(row => row.Region).Distinct());
        Assert.Equal(2, rows.Count(row => row.Status == PublicationStatus.Failed));
    }

    [Fact]
    public async Task A_target_that_is_missing_or_named_twice_is_refused()
    {
        _world.Cloud.AddTemplate("web", "ap-beijing", 1, _world.Old["ap-beijing"]);

        var missing = await _world.PublishAsync(_world.Requests(new TargetSelector(PublicationKind.AutoScalingGroup, "WEB", IsId: false)));
        var twice = await _world.PublishAsync(_world.Requests(RolloutWorld.Template));

        Assert.All(missing, row => Assert.Equal("TargetNotFound", ViolationOf(row)));
        Assert.Equal([null, null, "TargetAmbiguous"], twice.Select(ViolationOf));
    }

    [Fact]
    public async Task Two_images_for_one_target_are_refused()
    {
        PublicationRequest[] requests =
        [
            new("ap-guangzhou", _world.New["ap-guangzhou"], [RolloutWorld.Template]),
            new("ap-guangzhou", _world.Old["ap-guangzhou"], [RolloutWorld.Template]),
        ];

        Assert.Equal("SeveralImages", ViolationOf(Assert.Single(await _world.PublishAsync(requests))));
    }

    [Fact]
    public async Task An_image_of_another_platform_is_refused()
    {
        var windows = _world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "windows",
            Region = "ap-guangzhou",
            AccountId = "100000000001",
            OsName = "Windows Server 2022",
            Platform = "Windows",
        });

        var rows = await _world.PublishAsync([new("ap-guangzhou", windows.ImageId, [RolloutWorld.Template, RolloutWorld.Group])]);

        Assert.All(rows, row => Assert.Equal("PlatformDiffers", ViolationOf(row)));
    }

    [Fact]
    public async Task A_launch_configuration_with_a_family_is_refused()
    {
        _world.Cloud.AddLaunchConfiguration(_world.ConfigurationIn("ap-guangzhou") with { ImageFamily = "web" });

        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]]);

        Assert.Equal("HasImageFamily", ViolationOf(rows[0]));
        Assert.Equal(0, _world.Acted("ModifyLaunchConfigurationAttributes"));
    }

    [Fact]
    public async Task All_groups_of_a_launch_configuration_are_named()
    {
        _world.Cloud.AddGroup("web-green", _world.ConfigurationIn("ap-guangzhou"));

        var rows = await _world.PublishAsync([_world.Requests(new TargetSelector(PublicationKind.LaunchConfiguration, "web", IsId: false))[0]]);

        Assert.Equal(["web", "web-green"], rows[0].Groups.Order());
        Assert.Equal(rows[0].Groups, Assert.Single(_world.Steps).Row.Groups);
        Assert.Equal((PublicationStatus.Published, _world.New["ap-guangzhou"]), (rows[0].Status, _world.ConfigurationIn("ap-guangzhou").ImageId));
    }

    [Fact]
    public async Task An_image_of_another_account_is_refused()
    {
        var shared = _world.Cloud.AddImage(new SimulatedImage { ImageName = "shared", Region = "ap-guangzhou", AccountId = "100000000002" });
        _world.Cloud.ShareImage(shared.ImageId, "100000000001");

        var rows = await _world.PublishAsync([new("ap-guangzhou", shared.ImageId, [RolloutWorld.Template])]);

        Assert.Equal("ImageOfOtherAccount", ViolationOf(Assert.Single(rows)));
    }

    [Fact]
    public async Task A_declined_target_is_skipped()
    {
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template), options => options with { ConfirmAsync = _ => Task.FromResult(false) });

        Assert.All(rows, row => Assert.Equal(PublicationStatus.Skipped, row.Status));
        Assert.Equal(0, _world.Acted("CreateLaunchTemplateVersion"));
    }

    private static string? ViolationOf(Publication row) => (row.Error as RuleViolationException)?.Violation.Id;
}
