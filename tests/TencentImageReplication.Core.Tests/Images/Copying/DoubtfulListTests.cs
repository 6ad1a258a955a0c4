using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>Lists of a destination that cannot be right, or change while they are read.</summary>
public sealed class DoubtfulListTests
{
    [Theory]
    [InlineData(FaultKind.EmptyList)]
    [InlineData(FaultKind.NullList)]
    public async Task Nothing_is_copied_because_a_list_has_nothing_for_something(FaultKind kind)
    {
        var world = new CopyWorld();
        var first = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeImages", Region = "ap-shanghai", Times = int.MaxValue });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        var row = rows.Single(row => row.Region == "ap-shanghai");
        Assert.Equal(ImageCopyStatus.Failed, row.Status);
        Assert.Equal(ClientErrorCodes.IncompleteList, Assert.IsType<TencentCloudException>(row.Error).Code);
        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-beijing").Status);
        Assert.Equal(first.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }

    [Fact]
    public async Task A_copy_is_found_although_images_are_deleted_between_two_pages()
    {
        var world = new CopyWorld();
        var images = world.AddImages(25, index => $"app-{index}");
        ImageCopyRequest[] requests = [.. images.Select(image => Request(image.ImageId, "ap-shanghai"))];
        await world.CopyAsync(requests);
        world.Time.Advance(TimeSpan.FromHours(1));
        // Newer than the copies, so that the copies are on the second page.
        world.AddImages(90, index => $"other-{index}", "ap-shanghai");
        world.Cloud.Options.ImagesBetweenPages = new ListChanges { Deleted = 15, Times = 1 };

        var rows = await world.CopyAsync(requests);

        Assert.All(rows, row => Assert.True(row.Reused));
        Assert.Equal(25, world.CopiesIn("ap-shanghai").Count(image => image.CopiedFrom is not null));
    }
}
