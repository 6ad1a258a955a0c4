using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Transport.Errors;

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
}
