using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DeleteImagesTests
{
    private const string Database = SimulatedWorld.DatabaseImageId;
    private const string Windows = SimulatedWorld.WindowsImageId;
    private readonly Simulation _simulation = new();

    private static object Ids(params string[] ids) => new { ImageIds = ids };

    private IEnumerable<string> SnapshotIds => _simulation.Cloud.Snapshots(SimulatedWorld.Owner.AccountId).Select(snapshot => snapshot.SnapshotId);

    [Fact]
    public async Task The_snapshots_stay_unless_the_request_deletes_them()
    {
        await _simulation.SucceedAsync("DeleteImages", Ids(Database));

        Assert.Null(await _simulation.ImageAsync(Database));
        Assert.Contains("snap-gdb0dat1", SnapshotIds);

        var windows = _simulation.Cloud.FindImage(Windows)!.Snapshots[0].SnapshotId;
        await _simulation.SucceedAsync("DeleteImages", new { ImageIds = new[] { Windows }, DeleteBindedSnap = true });

        Assert.DoesNotContain(windows, SnapshotIds);
        Assert.Contains("snap-gdb0dat1", SnapshotIds);
    }

    [Fact]
    public async Task One_image_that_cannot_be_deleted_keeps_all()
    {
        Assert.Equal("InvalidImageId.InShared", await _simulation.FailAsync("DeleteImages", Ids(Database, SimulatedWorld.WebImageId)));
        Assert.Equal("InvalidImageId.NotFound", await _simulation.FailAsync("DeleteImages", Ids(Database, "img-00000000")));
        Assert.Equal("InvalidImageId.Malformed", await _simulation.FailAsync("DeleteImages", Ids(Database, "golden")));
        Assert.Equal("InvalidImageId.IncorrectState", await _simulation.FailAsync("DeleteImages", Ids(Database, SimulatedWorld.CreatingImageId)));
        Assert.Equal("InvalidParameterValue.InvalidImageId", await _simulation.FailAsync("DeleteImages", Ids(Database, _simulation.Cloud.PublicImages[0].ImageId)));

        Assert.NotNull(await _simulation.ImageAsync(Database));
    }

    [Fact]
    public async Task Neither_a_copy_in_progress_nor_its_source_is_deleted()
    {
        var copies = await _simulation.SucceedAsync("SyncImages", new { ImageIds = new[] { Database }, DestinationRegions = new[] { "ap-shanghai" }, ImageSetRequired = true });
        var copy = copies.Texts("ImageSet", "ImageId")[0];

        Assert.Equal("InvalidImageId.IncorrectState", await _simulation.FailAsync("DeleteImages", Ids(Database)));
        Assert.Equal("InvalidImageId.IncorrectState", await _simulation.FailAsync("DeleteImages", Ids(copy), "ap-shanghai"));
        _simulation.Options.SourceShowsSyncing = false;
        Assert.Equal("MutexOperation.TaskRunning", await _simulation.FailAsync("DeleteImages", Ids(Database)));

        _simulation.Time.Advance(_simulation.Options.CopyDuration);
        await _simulation.SucceedAsync("DeleteImages", Ids(Database));
        await _simulation.SucceedAsync("DeleteImages", Ids(copy), "ap-shanghai");
    }

    [Fact]
    public async Task A_receiver_cannot_delete_a_shared_image() => Assert.Equal(
        "InvalidParameterValue.InvalidImageIdIsShared",
        await _simulation.FailAsync("DeleteImages", Ids(SimulatedWorld.WebImageId), account: SimulatedWorld.Partner));

    [Fact]
    public async Task No_image_and_too_many_images_are_refused_and_a_dry_run_deletes_nothing()
    {
        _simulation.Options.MaximumImagesPerDeletion = 1;
        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync("DeleteImages", Ids(Database, Windows)));
        Assert.Equal("MissingParameter", await _simulation.FailAsync("DeleteImages", Ids()));
        await _simulation.SucceedAsync("DeleteImages", new { ImageIds = new[] { Database }, DryRun = true });

        Assert.NotNull(await _simulation.ImageAsync(Database));
    }

    [Fact]
    public async Task A_deleted_image_makes_room_in_the_quota()
    {
        _simulation.Options.ImageQuotas[Simulation.Guangzhou] = 4;
        var make = new { ImageName = "new", SnapshotIds = new[] { "snap-gdb0sys1" } };
        Assert.Equal("ImageQuotaLimitExceeded", await _simulation.FailAsync("CreateImage", make));

        await _simulation.SucceedAsync("DeleteImages", Ids(Windows));

        await _simulation.SucceedAsync("CreateImage", make);
    }
}
