using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class ZoneChooserTests
{
    [Theory]
    [InlineData("ResourceInsufficient.SpecifiedInstanceType", true)]
    [InlineData("ResourceInsufficient.AvailabilityZoneSoldOut", true)]
    [InlineData("ResourcesSoldOut.SpecifiedInstanceType", true)]
    [InlineData("ResourceUnavailable.InstanceType", true)]
    [InlineData("InvalidParameterValue.ZoneNotSupported", true)]
    [InlineData("ResourceInsufficient.CloudDiskUnavailable", false)]
    [InlineData("ResourceUnavailable.Other", false)]
    [InlineData("ResourceInsufficient", false)]
    [InlineData("LimitExceeded.InstanceQuota", false)]
    public void Another_zone_is_tried_only_for_what_concerns_the_zone(string code, bool concernsZone) =>
        Assert.Equal(concernsZone, ZoneChooser.ConcernsZone(new TencentCloudException(TencentCloudErrorKind.Service, code, "", "RunInstances")));

    [Theory]
    [InlineData(FaultKind.EmptyList)]
    [InlineData(FaultKind.NullList)]
    public async Task An_empty_list_is_read_again_before_the_type_counts_as_not_offered(FaultKind kind)
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeZoneInstanceConfigInfos" });

        Assert.NotEmpty(await world.Time.RunAsync(() => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.MEDIUM4", null, CancellationToken.None)));

        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeZoneInstanceConfigInfos", Times = 2 });
        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => world.Time.RunAsync(
            () => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.MEDIUM4", null, CancellationToken.None)));
        Assert.Equal("InstanceTypeNotSold", failure.Violation.Id);
    }
}
