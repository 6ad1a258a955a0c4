using TencentImageReplication.Core.Targets;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Targets;

public sealed class TargetTests
{
    private const string Web = SimulatedWorld.WebImageId;
    private const string Database = SimulatedWorld.DatabaseImageId;

    private readonly CopyWorld _world = new();

    [Fact]
    public async Task Launch_templates_come_with_the_image_of_the_default_version()
    {
        _world.Cloud.AddTemplate("web", Database, Web);
        _world.Cloud.AddTemplate("db", CopyWorld.Source, first: 40, Web, Database);

        var found = await ReadAsync(LaunchTemplateTarget.ListAsync(_world.Client, CopyWorld.Source, _ => true, CancellationToken.None));

        Assert.Equal(
            [("db", 41L, Database), ("web", 2L, Web)],
            found.Select(target => (target.Template.LaunchTemplateName, target.Default!.LaunchTemplateVersion!.Value, target.Default.LaunchTemplateVersionData!.ImageId!)).Order());
    }

    [Fact]
    public async Task Versions_are_read_only_for_the_templates_that_are_wanted()
    {
        foreach (var name in new[] { "web", "db", "app" })
            _world.Cloud.AddTemplate(name, Web);

        var found = await ReadAsync(LaunchTemplateTarget.ListAsync(
            _world.Client, CopyWorld.Source, template => template.LaunchTemplateName == "db", CancellationToken.None));

        Assert.Equal("db", Assert.Single(found).Template.LaunchTemplateName);
        Assert.Equal(1, _world.CallsOf("DescribeLaunchTemplateVersions"));
    }

    [Fact]
    public async Task Groups_come_with_the_image_of_their_configuration()
    {
        var web = _world.Cloud.AddConfiguration("web", Web);
        var database = _world.Cloud.AddConfiguration("db", Database);
        _world.Cloud.AddConfiguration("unused", Database);
        _world.Cloud.AddGroup("blue", web);
        _world.Cloud.AddGroup("green", web);
        _world.Cloud.AddGroup("db", database);

        var found = await ReadAsync(ScalingGroupTarget.ListAsync(_world.AutoScaling, CopyWorld.Source, _ => true, CancellationToken.None));

        Assert.Equal(
            [("blue", Web), ("db", Database), ("green", Web)],
            found.Select(target => (target.Group.AutoScalingGroupName, target.Configuration!.ImageId!)).Order());
        Assert.Equal((1, 1), (_world.CallsOf("DescribeAutoScalingGroups"), _world.CallsOf("DescribeLaunchConfigurations")));
    }

    [Fact]
    public async Task Configurations_are_not_read_without_a_group()
    {
        _world.Cloud.AddGroup("blue", _world.Cloud.AddConfiguration("web", Web));

        Assert.Empty(await ReadAsync(ScalingGroupTarget.ListAsync(_world.AutoScaling, CopyWorld.Source, _ => false, CancellationToken.None)));

        Assert.Equal(0, _world.CallsOf("DescribeLaunchConfigurations"));
    }

    [Theory]
    [InlineData("DescribeLaunchTemplateVersions")]
    [InlineData("DescribeLaunchConfigurations")]
    public async Task An_image_that_cannot_be_read_is_an_error(string action)
    {
        _world.Cloud.AddTemplate("web", Web);
        _world.Cloud.AddGroup("blue", _world.Cloud.AddConfiguration("web", Web));
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action });

        var failure = await Assert.ThrowsAsync<TencentCloudException>(async () =>
        {
            await ReadAsync(LaunchTemplateTarget.ListAsync(_world.Client, CopyWorld.Source, _ => true, CancellationToken.None));
            await ReadAsync(ScalingGroupTarget.ListAsync(_world.AutoScaling, CopyWorld.Source, _ => true, CancellationToken.None));
        });

        Assert.Equal(action, failure.Action);
    }

    private Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> targets) => _world.Time.RunAsync(async () =>
    {
        var read = new List<T>();
        await foreach (var target in targets)
            read.Add(target);
        return read;
    });
}
