using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Rollout;

public sealed class TemplatePublicationTests
{
    private const string Region = "ap-guangzhou";

    private readonly RolloutWorld _world = new();

    [Fact]
    public async Task A_version_is_created_from_the_default_one_and_made_default()
    {
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template), options => options with { Description = "release 42" });

        Assert.Equal(RolloutWorld.Regions, rows.Select(row => row.Region));
        Assert.All(rows, row =>
        {
            var template = _world.TemplateIn(row.Region);
            Assert.Equal((PublicationStatus.Published, 1L, 2L, null), (row.Status, row.PreviousVersion, row.Version, row.Error));
            Assert.Equal((_world.Old[row.Region], _world.New[row.Region]), (row.PreviousImageId, row.ImageId));
            Assert.Equal((2L, _world.New[row.Region]), (template.DefaultVersion, template.Versions[1].ImageId));
            Assert.Equal($"ImageReplication {row.ImageId} from 1: release 42", template.Versions[1].Description);
            Assert.Contains("S5.MEDIUM4", template.Versions[1].Parameters, StringComparison.Ordinal);
            Assert.NotEmpty(row.RequestId!);
        });
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_knows_the_version_before()
    {
        await _world.PublishAsync(_world.Requests(RolloutWorld.Template));

        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template));

        Assert.All(rows, row => Assert.Equal((PublicationStatus.Unchanged, 1L, 2L), (row.Status, row.PreviousVersion, row.Version)));
        Assert.Equal(3, _world.Acted("CreateLaunchTemplateVersion"));
        Assert.Equal(3, _world.Acted("ModifyLaunchTemplateDefaultVersion"));
    }

    [Theory]
    [InlineData("CreateLaunchTemplateVersion", FaultKind.ResetAfterActing)]
    [InlineData("CreateLaunchTemplateVersion", FaultKind.StalledAnswer)]
    [InlineData("CreateLaunchTemplateVersion", FaultKind.InternalErrorAfterActing)]
    [InlineData("CreateLaunchTemplateVersion", FaultKind.ResetBeforeActing)]
    [InlineData("ModifyLaunchTemplateDefaultVersion", FaultKind.ResetAfterActing)]
    [InlineData("ModifyLaunchTemplateDefaultVersion", FaultKind.InternalErrorAfterActing)]
    public async Task A_lost_response_creates_no_second_version(string action, FaultKind kind)
    {
        _world.Fail(action, kind, times: action == "CreateLaunchTemplateVersion" ? 6 : 2);

        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Template)[0]]);

        Assert.Equal((PublicationStatus.Published, 2L), (rows[0].Status, rows[0].Version));
        Assert.Equal([1L, 2L], _world.TemplateIn(Region).Versions.Select(version => version.Number));
        Assert.Equal(2, _world.TemplateIn(Region).DefaultVersion);
    }

    [Fact]
    public async Task A_version_that_a_killed_run_has_created_is_used()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "ModifyLaunchTemplateDefaultVersion",
            Times = 1,
        });
        var first = await _world.PublishAsync([_world.Requests(RolloutWorld.Template)[0]]);

        var second = await _world.PublishAsync([_world.Requests(RolloutWorld.Template)[0]]);

        Assert.Equal(PublicationStatus.Failed, first[0].Status);
        Assert.Equal((PublicationStatus.Published, 2L), (second[0].Status, second[0].Version));
        Assert.Equal(1, _world.Acted("CreateLaunchTemplateVersion"));
    }

    [Fact]
    public async Task Forty_rollouts_leave_the_versions_of_others_and_ten_of_the_module()
    {
        var calls = _world.Cloud.Calls.Count;
        for (var rollout = 1; rollout <= 40; rollout++)
        {
            var image = _world.Cloud.AddImage(new SimulatedImage { ImageName = $"web-{rollout:00}", Region = Region, AccountId = "100000000001" });
            var rows = await _world.PublishAsync([new(Region, image.ImageId, [RolloutWorld.Template])]);
            Assert.Equal((PublicationStatus.Published, rollout + 1L), (rows[0].Status, rows[0].Version));
        }

        var template = _world.TemplateIn(Region);
        Assert.Equal(41, template.DefaultVersion);
        Assert.Equal([1L, .. Enumerable.Range(32, 10).Select(number => (long)number)], template.Versions.Select(version => version.Number));
        Assert.Equal(40, _world.Acted("CreateLaunchTemplateVersion"));
        Assert.InRange(_world.Cloud.Calls.Count - calls, 40, 40 * 12);
    }

    [Fact]
    public async Task Publishing_is_undone_unless_somebody_has_changed_the_template()
    {
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template));
        var changed = _world.TemplateIn("ap-shanghai");
        _world.Cloud.AddLaunchTemplate(changed with
        {
            DefaultVersion = 3,
            Versions = [.. changed.Versions, changed.Versions[1] with { Number = 3, Description = "by hand" }],
        });

        var undone = await _world.UndoAsync(rows);

        Assert.Equal([PublicationStatus.Undone, PublicationStatus.Failed, PublicationStatus.Undone], undone.Select(row => row.Status));
        Assert.Contains("Somebody has changed", undone[1].Error!.Message, StringComparison.Ordinal);
        Assert.Equal([1L, 3L, 1L], RolloutWorld.Regions.Select(region => _world.TemplateIn(region).DefaultVersion));

        var forced = await _world.UndoAsync(rows, force: true);

        Assert.Equal([PublicationStatus.Unchanged, PublicationStatus.Undone, PublicationStatus.Unchanged], forced.Select(row => row.Status));
        Assert.All(RolloutWorld.Regions, region => Assert.Equal(1, _world.TemplateIn(region).DefaultVersion));
    }

    [Fact]
    public async Task After_undoing_the_same_version_becomes_the_default_again()
    {
        await _world.UndoAsync(await _world.PublishAsync(_world.Requests(RolloutWorld.Template)));

        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template));

        Assert.All(rows, row => Assert.Equal((PublicationStatus.Published, 2L), (row.Status, row.Version)));
        Assert.Equal(3, _world.Acted("CreateLaunchTemplateVersion"));
    }

    [Fact]
    public async Task An_old_version_of_the_module_is_no_use_for_retention()
    {
        var first = _world.New[Region];
        await _world.PublishAsync([_world.Requests(RolloutWorld.Template)[0]]);
        var second = _world.Cloud.AddImage(new SimulatedImage { ImageName = "second", Region = Region, AccountId = "100000000001" }).ImageId;
        await _world.PublishAsync([new(Region, second, [RolloutWorld.Template])]);

        var usage = await _world.Base.Time.RunAsync(
            () => new ImageUsageReader(_world.Base.Client, _world.Base.AutoScaling).ReadAsync(Region, CancellationToken.None));

        Assert.True(Assert.Single(usage.Of(first)).IsPastPublication);
        Assert.False(Assert.Single(usage.Of(second)).IsPastPublication);
        Assert.All(usage.Of(_world.Old[Region]), use => Assert.False(use.IsPastPublication));
    }

    [Fact]
    public async Task The_first_region_can_be_tried_alone()
    {
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template), options => options with { PauseAfterFirstRegion = true });
        var rest = await _world.PublishAsync(RolloutWorld.Again(rows));

        Assert.Equal([PublicationStatus.Published, PublicationStatus.NotStarted, PublicationStatus.NotStarted], rows.Select(row => row.Status));
        Assert.Equal([PublicationStatus.Unchanged, PublicationStatus.Published, PublicationStatus.Published], rest.Select(row => row.Status));
        Assert.Equal(1, rest[0].PreviousVersion);
    }
}
