using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class InstanceTemplateTests
{
    private static readonly Instance Example = new()
    {
        Placement = new Placement { Zone = "ap-guangzhou-6" },
        VirtualPrivateCloud = new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "subnet-1", PrivateIpAddresses = ["10.0.0.1"] },
        SecurityGroupIds = ["sg-1"],
        LoginSettings = new LoginSettings { KeyIds = ["skey-1"] },
        InstanceType = "S5.MEDIUM4",
        InstanceChargeType = "SPOTPAID",
        SystemDisk = new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 60, DiskId = "disk-1" },
        DataDisks = [new DataDisk { DiskType = "CLOUD_SSD", DiskSize = 100, DiskId = "disk-2" }],
        InternetAccessible = new InternetAccessible { InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR", InternetMaxBandwidthOut = 5 },
        PublicIpAddresses = ["1.2.3.4"],
        Tags = [new Tag { Key = "env", Value = "prod" }],
    };

    [Fact]
    public void In_the_same_region_zone_network_and_keys_are_the_same()
    {
        var request = InstanceTemplate.From(Example, isSameRegion: true);

        Assert.Equal("ap-guangzhou-6", request.Placement?.Zone);
        Assert.Equal(new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "subnet-1" }, request.VirtualPrivateCloud);
        Assert.Equal(["sg-1"], request.SecurityGroupIds);
        Assert.Equal(["skey-1"], request.LoginSettings?.KeyIds);
    }

    [Fact]
    public void In_another_region_only_what_exists_there_is_the_same()
    {
        var request = InstanceTemplate.From(Example, isSameRegion: false);

        Assert.True(request is { Placement: null, VirtualPrivateCloud: null, SecurityGroupIds: null, LoginSettings: null });
        Assert.Equal(("S5.MEDIUM4", "SPOTPAID"), (request.InstanceType, request.InstanceChargeType));
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 60 }, request.SystemDisk);
        Assert.Equal([new DataDisk { DiskType = "CLOUD_SSD", DiskSize = 100 }], request.DataDisks);
        Assert.Equal(
            new InternetAccessible { InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR", InternetMaxBandwidthOut = 5, PublicIpAssigned = true },
            request.InternetAccessible);
        var tags = Assert.Single(request.TagSpecification!);
        Assert.Equal(("instance", "env"), (tags.ResourceType, Assert.Single(tags.Tags).Key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_example_lacks_is_not_requested(bool isSameRegion)
    {
        var request = InstanceTemplate.From(new Instance { InstanceType = "S5.MEDIUM4", LoginSettings = new LoginSettings { KeyIds = [] } }, isSameRegion);

        Assert.Equal(new RunInstancesRequest { InstanceType = "S5.MEDIUM4" }, request);
    }

    [Fact]
    public void Without_a_public_address_none_is_requested() =>
        Assert.False(InstanceTemplate.From(Example with { PublicIpAddresses = [] }, isSameRegion: false).InternetAccessible!.PublicIpAssigned);

    [Theory]
    [InlineData(new long[] { 100 }, new long[] { 100 }, new long[0])]
    [InlineData(new long[] { 100, 100 }, new long[] { 100 }, new long[] { 100 })]
    [InlineData(new long[] { 50, 100 }, new long[] { 100 }, new long[] { 50 })]
    [InlineData(new long[] { 50 }, new long[] { 100 }, new long[] { 50 })]
    [InlineData(new long[] { 50 }, new long[0], new long[] { 50 })]
    public void Data_disks_that_the_image_contains_are_not_requested_again(long[] requested, long[] inImage, long[] left)
    {
        var image = new Image
        {
            SnapshotSet =
            [
                new Snapshot { DiskUsage = "SYSTEM_DISK", DiskSize = 50 },
                .. inImage.Select(size => new Snapshot { DiskUsage = "DATA_DISK", DiskSize = size }),
            ],
        };
        var request = new RunInstancesRequest { DataDisks = [.. requested.Select(size => new DataDisk { DiskSize = size })] };

        var adapted = InstanceTemplate.WithoutDisksOf(image, request);

        Assert.Equal(left.Cast<long?>(), (adapted.DataDisks ?? []).Select(disk => disk.DiskSize));
        Assert.Equal(left.Length == 0, adapted.DataDisks is null);
    }

    [Fact]
    public void A_request_without_data_disks_stays_as_it_is()
    {
        var request = new RunInstancesRequest();

        Assert.Same(request, InstanceTemplate.WithoutDisksOf(new Image { SnapshotSet = [new Snapshot { DiskUsage = "DATA_DISK", DiskSize = 1 }] }, request));
    }
}
