using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class CreateImageTests
{
    private readonly Simulation _simulation = new();

    private async Task<SimulatedInstance> StartInstanceAsync(string imageId = SimulatedWorld.DatabaseImageId, bool running = true)
    {
        var id = (await _simulation.SucceedAsync("RunInstances", new { ImageId = imageId, Placement = new { Zone = "ap-guangzhou-3" } })).Texts("InstanceIdSet")[0];
        if (running)
            _simulation.Time.Advance(_simulation.Options.LaunchDuration);
        return _simulation.Cloud.Instances().Single(instance => instance.InstanceId == id);
    }

    private async Task<string> MakeAsync(object parameters) =>
        (await _simulation.SucceedAsync("CreateImage", parameters)).Fields.GetProperty("ImageId").GetString()!;

    [Fact]
    public async Task An_image_of_an_instance_is_creating_and_then_normal()
    {
        var instance = await StartInstanceAsync();

        var id = await MakeAsync(new
        {
            instance.InstanceId,
            ImageName = "db-2025",
            ImageDescription = "after the update",
            ImageFamily = "golden-db",
            TagSpecification = new[] { new { ResourceType = "image", Tags = new[] { new { Key = "env", Value = "test" } } } },
        });

        Assert.Equal("CREATING", (await _simulation.ImageAsync(id))!.Value.GetProperty("ImageState").GetString());
        _simulation.Time.Advance(_simulation.Options.CreateDuration);
        var image = _simulation.Cloud.FindImage(id)!;
        Assert.Equal(("NORMAL", "db-2025", "after the update", "golden-db"), (image.State, image.ImageName, image.Description, image.Family));
        Assert.Equal(("Ubuntu Server 22.04 LTS 64bit", "Ubuntu", "x86_64", 100), (image.OsName, image.Platform, image.Architecture, image.SizeGB));
        Assert.Equal([new SimulatedTag("env", "test")], image.Tags);
        Assert.Equal([("SYSTEM_DISK", 100)], image.Snapshots.Select(snapshot => (snapshot.DiskUsage, snapshot.DiskSizeGB)));
    }

    [Fact]
    public async Task Data_disks_are_included_if_the_request_names_them()
    {
        var instance = await StartInstanceAsync();

        var id = await MakeAsync(new { instance.InstanceId, ImageName = "with-data", DataDiskIds = new[] { instance.DataDisks[0].DiskId } });

        Assert.Equal(["SYSTEM_DISK", "DATA_DISK"], _simulation.Cloud.FindImage(id)!.Snapshots.Select(snapshot => snapshot.DiskUsage));
        Assert.Equal("InvalidParameter.DataDiskIdContainsRootDisk", await RefusalAsync(instance.SystemDisk.DiskId));
        Assert.Equal("InvalidParameter.DataDiskNotBelongSpecifiedInstance", await RefusalAsync("disk-00000000"));

        Task<string> RefusalAsync(string disk)
        {
            _simulation.Time.Advance(_simulation.Options.CreateDuration);
            return _simulation.FailAsync("CreateImage", new { instance.InstanceId, ImageName = "other", DataDiskIds = new[] { disk } });
        }
    }

    [Fact]
    public async Task One_image_at_a_time_is_created_from_an_instance_that_has_started()
    {
        var instance = await StartInstanceAsync(running: false);

        Assert.Equal("UnsupportedOperation.InstanceStateStarting", await MakingFailsAsync("first"));
        _simulation.Time.Advance(_simulation.Options.LaunchDuration);
        await MakeAsync(new { instance.InstanceId, ImageName = "first", ForcePoweroff = "TRUE" });
        Assert.Equal("OperationDenied.InstanceOperationInProgress", await MakingFailsAsync("second"));
        _simulation.Time.Advance(_simulation.Options.CreateDuration);
        await MakeAsync(new { instance.InstanceId, ImageName = "second", ForcePoweroff = "false" });

        Task<string> MakingFailsAsync(string name) => _simulation.FailAsync("CreateImage", new { instance.InstanceId, ImageName = name });
    }

    [Fact]
    public async Task The_creation_of_an_image_can_fail()
    {
        _simulation.Options.CreateFails = true;
        var id = await MakeAsync(new { (await StartInstanceAsync()).InstanceId, ImageName = "unlucky" });

        _simulation.Time.Advance(_simulation.Options.CreateDuration);

        Assert.Equal("CREATEFAILED", _simulation.Cloud.FindImage(id)!.State);
    }

    [Fact]
    public async Task A_deleted_image_is_made_again_of_the_snapshots_that_it_left()
    {
        await _simulation.SucceedAsync("DeleteImages", new { ImageIds = new[] { SimulatedWorld.DatabaseImageId } });

        var id = await MakeAsync(new { ImageName = "golden-db-2024", SnapshotIds = new[] { "snap-gdb0sys1", "snap-gdb0dat1" } });

        _simulation.Time.Advance(_simulation.Options.CreateDuration);
        var image = _simulation.Cloud.FindImage(id)!;
        Assert.Equal(("NORMAL", "Ubuntu", 100), (image.State, image.Platform, image.SizeGB));
        Assert.Equal(["snap-gdb0sys1", "snap-gdb0dat1"], image.Snapshots.Select(snapshot => snapshot.SnapshotId));
    }

    [Theory]
    [InlineData("""{"ImageName":"new"}""", "InvalidParameter.SpecifyOneParameter")]
    [InlineData("""{"ImageName":"new","InstanceId":"ins-00000000"}""", "InvalidInstanceId.NotFound")]
    [InlineData("""{"ImageName":"new","InstanceId":"ins-00000000","SnapshotIds":["snap-gdb0sys1"]}""", "InvalidParameterConflict")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-gdb0dat1"]}""", "InvalidParameter.SystemSnapshotNotFound")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-00000000"]}""", "InvalidParameter.SnapshotNotFound")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-gdb0sys1"],"DataDiskIds":["disk-1"]}""", "InvalidParameter.InvalidDependence")]
    [InlineData("""{"ImageName":"golden-db-2024","SnapshotIds":["snap-gdb0sys1"]}""", "InvalidImageName.Duplicate")]
    [InlineData("""{"ImageName":"","SnapshotIds":["snap-gdb0sys1"]}""", "MissingParameter")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-gdb0sys1"],"ImageFamily":"a b"}""", "InvalidParameterValue.InvalidImageFamily")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-gdb0sys1"],"Sysprep":"maybe"}""", "InvalidParameterValue")]
    [InlineData("""{"ImageName":"new","SnapshotIds":["snap-gdb0sys1"],"TagSpecification":[{"ResourceType":"instance","Tags":[]}]}""", "InvalidParameterValue")]
    public async Task A_request_that_makes_no_sense_is_refused(string parameters, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("CreateImage", System.Text.Encoding.UTF8.GetBytes(parameters)));

    [Fact]
    public async Task An_image_has_only_one_system_disk()
    {
        var other = _simulation.Cloud.FindImage(SimulatedWorld.WebImageId)!.Snapshots[0].SnapshotId;

        Assert.Equal("InvalidParameter.DuplicateSystemSnapshots", await _simulation.FailAsync("CreateImage", new { ImageName = "new", SnapshotIds = new[] { "snap-gdb0sys1", other } }));
    }

    [Fact]
    public async Task The_quota_the_balance_and_a_dry_run_prevent_the_creation()
    {
        var request = new { ImageName = "new", SnapshotIds = new[] { "snap-gdb0sys1" } };
        var before = _simulation.Cloud.Images().Count;

        await _simulation.SucceedAsync("CreateImage", new { request.ImageName, request.SnapshotIds, DryRun = true });
        _simulation.Options.ImageQuotas[Simulation.Guangzhou] = before;
        Assert.Equal("ImageQuotaLimitExceeded", await _simulation.FailAsync("CreateImage", request));
        _simulation.Options.ImageQuotas.Clear();
        _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { HasBalance = false });
        Assert.Equal("InvalidAccount.InsufficientBalance", await _simulation.FailAsync("CreateImage", request));

        Assert.Equal(before, _simulation.Cloud.Images().Count);
    }
}
