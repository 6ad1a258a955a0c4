using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>Two images of one name, size and system: the service does not tell which of them a copy is of.</summary>
public sealed class LookAlikeTests
{
    [Fact]
    public async Task The_copy_of_one_is_not_taken_for_the_others()
    {
        var world = new CopyWorld();
        var twins = world.AddImages(2, _ => "twin");
        await world.CopyAsync(Request(twins[0].ImageId, "ap-shanghai"));
        world.Time.Advance(TimeSpan.FromMinutes(5));

        var row = Assert.Single(await world.CopyAsync(Request(twins[1].ImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Failed, row.Status);
        Assert.Equal("AmbiguousCopy", Assert.IsType<RuleViolationException>(row.Error).Violation.Id);
        Assert.Single(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task The_rows_of_an_earlier_run_tell_them_apart()
    {
        var world = new CopyWorld();
        var twins = world.AddImages(2, _ => "twin");
        var first = Assert.Single(await world.CopyAsync(Request(twins[0].ImageId, "ap-shanghai")));
        world.Time.Advance(TimeSpan.FromMinutes(5));

        // The one without a copy first: it must leave the other its own.
        var rows = await world.CopyAsync(
            Request(twins[1].ImageId, "ap-shanghai"),
            Request(twins[0].ImageId, "ap-shanghai") with { KnownCopies = new Dictionary<string, string> { ["ap-shanghai"] = first.ImageId! } });

        Assert.Equal((first.ImageId, true), rows.Where(row => row.SourceImageId == twins[0].ImageId).Select(row => (row.ImageId, row.Reused)).Single());
        Assert.False(rows.Single(row => row.SourceImageId == twins[1].ImageId).Reused);
        Assert.All(rows, row => Assert.Equal(row.SourceImageId, world.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
    }

    [Fact]
    public async Task Images_of_two_regions_are_kept_apart_too()
    {
        var world = new CopyWorld();
        var twins = new[] { world.AddImages(1, _ => "twin")[0], world.AddImages(1, _ => "twin", "ap-chengdu")[0] };
        ImageCopyRequest[] requests = [.. twins.Select(twin => new ImageCopyRequest(twin.ImageId, twin.Region, ["ap-shanghai"], null))];
        Assert.All(await world.CopyAsync(requests), row => Assert.False(row.Reused));
        world.Time.Advance(TimeSpan.FromMinutes(5));

        var rows = await world.CopyAsync(requests);

        Assert.All(rows, row => Assert.Equal("AmbiguousCopy", Assert.IsType<RuleViolationException>(row.Error).Violation.Id));
    }

    [Fact]
    public async Task A_copy_that_is_known_but_gone_is_made_again()
    {
        var world = new CopyWorld();
        var known = new Dictionary<string, string> { ["ap-shanghai"] = "img-nolonger" };

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai") with { KnownCopies = known }));

        Assert.Equal((ImageCopyStatus.Requested, false), (row.Status, row.Reused));
    }

    [Fact]
    public async Task A_shared_image_does_not_take_its_own_copy_for_a_twin()
    {
        var world = new CopyWorld(SimulatedWorld.Partner);
        var request = Request(SimulatedWorld.WebImageId, Source);
        var first = Assert.Single(await world.CopyAsync(CopyKind.Shared, request));

        var row = Assert.Single(await world.CopyAsync(CopyKind.Shared, request));

        Assert.Equal((first.ImageId, true), (row.ImageId, row.Reused));
    }
}
