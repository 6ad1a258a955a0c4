using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Lookup;

public sealed class CloudLookupTests
{
    private readonly CopyWorld _world = new();
    private readonly LookupMemory _memory;

    public CloudLookupTests() => _memory = new LookupMemory(_world.Client, _world.AutoScaling, _world.Time, new ClockThreads(_world.Time));

    [Fact]
    public void Images_of_all_regions_and_types_are_listed_with_their_region()
    {
        var copy = _world.AddImages(1, _ => "golden", "ap-beijing")[0];

        var images = Run(lookup => lookup.Images(["ap-guangzhou", "ap-beijing", "ap-beijing"], [ImageTypes.Private, ImageTypes.Shared]));

        Assert.Contains(images, image => image is { Region: "ap-guangzhou", Item.ImageId: SimulatedWorld.WebImageId });
        Assert.Equal(copy.ImageId, Assert.Single(images, image => image.Region == "ap-beijing").Item.ImageId);
        Assert.Equal(4, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public void Lists_are_remembered_for_the_next_lookup()
    {
        Assert.NotEmpty(Run(lookup => lookup.Zones(["ap-guangzhou"])));
        Assert.NotEmpty(Run(lookup => lookup.Zones(["ap-guangzhou"])));

        Assert.Equal(1, _world.CallsOf("DescribeZones"));
    }

    [Fact]
    public void Accounts_are_found_in_whichever_region_the_image_is() =>
        Assert.Equal(
            [("ap-guangzhou", SimulatedWorld.Partner.AccountId)],
            Run(lookup => lookup.Shares(["ap-beijing", "ap-guangzhou"], [SimulatedWorld.WebImageId])).Select(share => (share.Region, share.Item.AccountId)));

    [Fact]
    public void Instance_types_are_listed_by_charge_type()
    {
        var types = Run(lookup => lookup.InstanceTypes(["ap-guangzhou"], "POSTPAID_BY_HOUR"));

        Assert.Contains(types, type => type.Item.InstanceType == "S5.MEDIUM4");
        Assert.All(types, type => Assert.Equal("POSTPAID_BY_HOUR", type.Item.InstanceChargeType));
    }

    [Fact]
    public void Instances_are_listed() => Assert.Equal(_world.Cloud.Instances(SimulatedWorld.Owner.AccountId).Count, Run(lookup => lookup.Instances(["ap-guangzhou"])).Count);

    [Fact]
    public void Launch_templates_and_scaling_groups_are_listed()
    {
        var template = _world.Cloud.AddTemplate("web", SimulatedWorld.WebImageId);
        var configuration = _world.Cloud.AddConfiguration("web", SimulatedWorld.WebImageId);
        var group = _world.Cloud.AddGroup("web-blue", configuration);

        Assert.Equal(template.LaunchTemplateId, Assert.Single(Run(lookup => lookup.LaunchTemplates(["ap-guangzhou", "ap-beijing"]))).Item.LaunchTemplateId);
        Assert.Equal(group.AutoScalingGroupId, Assert.Single(Run(lookup => lookup.ScalingGroups(["ap-guangzhou", "ap-beijing"]))).Item.AutoScalingGroupId);
        Assert.Equal(
            configuration.LaunchConfigurationId,
            Assert.Single(Run(lookup => lookup.LaunchConfigurations(["ap-guangzhou", "ap-beijing"]))).Item.LaunchConfigurationId);
    }

    [Fact]
    public void A_failing_region_leaves_the_others()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeZones", Region = "ap-beijing" });

        Assert.Equal(["ap-guangzhou"], Run(lookup => lookup.Zones(["ap-beijing", "ap-guangzhou"])).Select(zone => zone.Region).Distinct());
    }

    [Fact]
    public void All_lookups_of_one_completion_together_wait_for_one_and_a_half_seconds()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Times = int.MaxValue });
        var began = _world.Time.GetUtcNow();

        Run(lookup =>
        {
            Assert.Empty(lookup.Zones(["ap-beijing"]));
            Assert.Empty(lookup.Zones(["ap-guangzhou"]));
            return lookup.Instances(["ap-guangzhou"]);
        });

        Assert.Equal(TimeSpan.FromSeconds(1.5), _world.Time.GetUtcNow() - began);
    }

    private T Run<T>(Func<CloudLookup, T> look) => _world.Time.RunBlocking(() => look(new CloudLookup(_memory)));

    /// <summary>Has the lookup work on the thread of the clock, which runs while the prompt waits.</summary>
    private sealed class ClockThreads(VirtualClock clock) : EngineThreads
    {
        public override Task Start(Func<Task> work, CancellationToken cancellationToken) => clock.Queue(work, cancellationToken);

        public override void WaitFor(Task task)
        {
            clock.WaitFor(task);
            base.WaitFor(task);
        }
    }
}
