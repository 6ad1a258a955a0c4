using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class InstanceLauncherTests
{
    private static readonly RunInstancesRequest Request = new()
    {
        ImageId = SimulatedWorld.WebImageId,
        InstanceType = "S5.MEDIUM4",
        InstanceCount = 1,
    };

    private readonly CopyWorld _world = new();

    [Fact]
    public async Task A_zone_that_sells_the_type_is_chosen()
    {
        var launch = await LaunchAsync(Request);

        Assert.StartsWith(Source + "-", launch.Request.Placement!.Zone, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(launch.InstanceIds), Assert.Single(_world.Cloud.Instances()).InstanceId);
    }

    [Fact]
    public async Task A_zone_that_is_sold_out_by_now_gives_way_to_the_next()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "ResourceInsufficient.SpecifiedInstanceType" })
        {
            Action = "RunInstances",
        });

        var launch = await LaunchAsync(Request);

        Assert.Equal(2, _world.CallsOf("RunInstances"));
        Assert.Single(launch.InstanceIds);
    }

    [Fact]
    public async Task When_all_zones_are_sold_out_each_is_named()
    {
        var sells = await _world.Time.RunAsync(() => ZoneChooser.FindAsync(_world.Client, Source, Request.InstanceType, null, CancellationToken.None));
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "ResourceInsufficient.AvailabilityZoneSoldOut" })
        {
            Action = "RunInstances",
            Times = sells.Count,
        });

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => LaunchAsync(Request));

        Assert.Equal("ResourceInsufficient.AvailabilityZoneSoldOut", failure.Code);
        Assert.True(sells.Count > 1);
        Assert.All(sells, zone => Assert.Contains($"{zone} (ResourceInsufficient.AvailabilityZoneSoldOut)", failure.Message, StringComparison.Ordinal));
        Assert.NotNull(failure.RequestId);
    }

    [Fact]
    public async Task A_disk_that_breaks_the_rules_is_not_tried_in_the_next_zone()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "ResourceInsufficient.CloudDiskUnavailable" })
        {
            Action = "RunInstances",
        });

        await Assert.ThrowsAsync<TencentCloudException>(() => LaunchAsync(Request));

        Assert.Equal(1, _world.CallsOf("RunInstances"));
    }

    [Fact]
    public async Task A_token_buys_once_even_when_the_zone_it_was_refused_in_sells_again()
    {
        var request = Request with { ClientToken = "nightly-run-42" };
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "ResourceInsufficient.SpecifiedInstanceType" })
        {
            Action = "RunInstances",
        });

        var first = await LaunchAsync(request);
        var again = await LaunchAsync(request);

        Assert.Equal(first.InstanceIds, again.InstanceIds);
        Assert.Single(_world.Cloud.Instances());
    }

    [Fact]
    public async Task A_type_that_no_zone_sells_is_told_before_it_is_asked_for()
    {
        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => LaunchAsync(Request with { InstanceType = "S9.NOWHERE1" }));

        Assert.Equal("InstanceTypeNotSold", failure.Violation.Id);
        Assert.Equal(0, _world.CallsOf("RunInstances"));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.InternalErrorAfterActing)]
    [InlineData(FaultKind.StalledBody)]
    public async Task A_lost_answer_buys_no_second_machine(FaultKind fault)
    {
        _world.Cloud.Faults.Add(new FaultRule(fault) { Action = "RunInstances" });

        var launch = await LaunchAsync(Request);

        Assert.Equal(2, _world.CallsOf("RunInstances"));
        Assert.Equal(Assert.Single(launch.InstanceIds), Assert.Single(_world.Cloud.Instances()).InstanceId);
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => LaunchAsync(Request with { ImageId = "img-nowhere1" }));

        Assert.Equal("InvalidImageId.NotFound", failure.Code);
        Assert.Equal(1, _world.CallsOf("RunInstances"));
    }

    [Fact]
    public async Task Instances_are_read_at_once_or_once_they_run()
    {
        var launch = await LaunchAsync(Request with { InstanceCount = 2 });

        var atOnce = await _world.Time.RunAsync(() => Launcher().ReadAsync(Source, launch.InstanceIds, null, CancellationToken.None));
        var running = await _world.Time.RunAsync(
            () => Launcher().ReadAsync(Source, launch.InstanceIds, TimeSpan.FromMinutes(10), CancellationToken.None));

        Assert.All(atOnce, instance => Assert.Equal("PENDING", instance.InstanceState));
        Assert.All(running, instance => Assert.Equal("RUNNING", instance.InstanceState));
    }

    [Fact]
    public async Task Waiting_for_an_instance_ends_with_the_time_given()
    {
        var launch = await LaunchAsync(Request);

        var instances = await _world.Time.RunAsync(
            () => Launcher().ReadAsync(Source, launch.InstanceIds, TimeSpan.FromSeconds(5), CancellationToken.None));

        Assert.Equal("PENDING", Assert.Single(instances).InstanceState);
    }

    [Theory]
    [InlineData(FaultKind.Throttled, 60)]
    [InlineData(FaultKind.StalledAnswer, 60)]
    [InlineData(FaultKind.Throttled, null)]
    public async Task The_time_limit_holds_while_the_service_throttles_or_does_not_respond(FaultKind kind, int? seconds)
    {
        var launch = await LaunchAsync(Request);
        _world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeInstances", Times = int.MaxValue });
        var began = _world.Time.Elapsed;

        var instances = await _world.Time.RunAsync(() => Launcher().ReadAsync(
            Source, launch.InstanceIds, seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), CancellationToken.None));

        Assert.Empty(instances);
        Assert.InRange(_world.Time.Elapsed - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds((seconds ?? 15) + 11));
    }

    [Fact]
    public async Task A_very_long_time_limit_is_possible()
    {
        var launch = await LaunchAsync(Request);

        var instances = await _world.Time.RunAsync(() => Launcher().ReadAsync(
            Source, launch.InstanceIds, TimeSpan.FromSeconds(int.MaxValue), CancellationToken.None));

        Assert.Equal("RUNNING", Assert.Single(instances).InstanceState);
    }

    [Fact]
    public async Task Instances_that_cannot_be_looked_at_are_no_failure_of_the_launch()
    {
        var launch = await LaunchAsync(Request);
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeInstances", Times = int.MaxValue });

        var instances = await _world.Time.RunAsync(() => Launcher().ReadAsync(Source, launch.InstanceIds, null, CancellationToken.None));

        Assert.Empty(instances);
    }

    [Fact]
    public void A_template_takes_what_exists_elsewhere_and_leaves_the_rest()
    {
        var request = InstanceTemplate.From(
            new Instance
            {
                InstanceType = "S5.MEDIUM4",
                InstanceChargeType = "POSTPAID_BY_HOUR",
                SystemDisk = new SystemDisk { DiskId = "disk-1", DiskType = "CLOUD_BSSD", DiskSize = 80 },
                DataDisks = [new DataDisk { DiskId = "disk-2", DiskType = "CLOUD_PREMIUM", DiskSize = 200 }],
                InternetAccessible = new InternetAccessible { InternetMaxBandwidthOut = 10, InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR" },
                PublicIpAddresses = ["1.2.3.4"],
                VirtualPrivateCloud = new VirtualPrivateCloud { VpcId = "vpc-1", SubnetId = "subnet-1" },
                SecurityGroupIds = ["sg-1"],
                Tags = [new Tag { Key = "env", Value = "prod" }],
            },
            isSameRegion: false);

        Assert.Equal(("S5.MEDIUM4", "POSTPAID_BY_HOUR"), (request.InstanceType, request.InstanceChargeType));
        Assert.Equal(new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 80 }, request.SystemDisk);
        Assert.Equal(new DataDisk { DiskType = "CLOUD_PREMIUM", DiskSize = 200 }, Assert.Single(request.DataDisks!));
        Assert.Equal(10, request.InternetAccessible!.InternetMaxBandwidthOut);
        Assert.True(request.InternetAccessible.PublicIpAssigned);
        Assert.Equal("prod", Assert.Single(Assert.Single(request.TagSpecification!).Tags).Value);
        Assert.Null(request.VirtualPrivateCloud);
        Assert.Null(request.SecurityGroupIds);
        Assert.Null(request.Placement);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_template_keeps_encryption_role_protection_and_project(bool isSameRegion)
    {
        var instance = new Instance
        {
            InstanceType = "S5.MEDIUM4",
            Placement = new Placement { Zone = "ap-guangzhou-6", ProjectId = 7 },
            SystemDisk = new SystemDisk { DiskType = "CLOUD_BSSD", DiskSize = 80, Encrypt = true, KmsKeyId = "kms-1" },
            DataDisks = [new DataDisk { DiskSize = 200, Encrypt = true, KmsKeyId = "kms-1", DeleteWithInstance = false }],
            InternetAccessible = new InternetAccessible { InternetMaxBandwidthOut = 10 },
            CamRoleName = "role",
            DisableApiTermination = true,
        };

        var request = InstanceTemplate.From(instance, isSameRegion);

        Assert.Equal(isSameRegion ? "ap-guangzhou-6" : null, request.Placement!.Zone);
        Assert.Equal(7, request.Placement.ProjectId);
        Assert.Equal((true, isSameRegion ? "kms-1" : null), (request.SystemDisk!.Encrypt, request.SystemDisk.KmsKeyId));
        var disk = Assert.Single(request.DataDisks!);
        Assert.Equal((true, isSameRegion ? "kms-1" : null, false), (disk.Encrypt, disk.KmsKeyId, disk.DeleteWithInstance));
        Assert.Equal(("role", true), (request.CamRoleName, request.DisableApiTermination));
        // Otherwise the service would assign a public address.
        Assert.False(request.InternetAccessible!.PublicIpAssigned);
        Assert.Equal(isSameRegion ? [] : ["KMS key"], InstanceTemplate.NotCarried(instance, isSameRegion));
    }

    [Fact]
    public void A_template_sends_no_field_that_the_service_did_not_return()
    {
        var request = InstanceTemplate.From(new Instance { SystemDisk = new SystemDisk { DiskSize = 50, Encrypt = false } }, isSameRegion: true);

        Assert.Equal((null, null), (request.SystemDisk!.Encrypt, request.SystemDisk.KmsKeyId));
        Assert.Equal((null, null), (request.CamRoleName, request.DisableApiTermination));
    }

    private InstanceLauncher Launcher() => new(_world.Client, _world.Time, NullLogger.Instance);

    private Task<InstanceLaunch> LaunchAsync(RunInstancesRequest request) =>
        _world.Time.RunAsync(() => Launcher().LaunchAsync(Source, request, CancellationToken.None));
}
