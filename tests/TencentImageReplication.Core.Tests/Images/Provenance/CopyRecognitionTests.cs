using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Images.Provenance;

/// <summary>The cases by which a copy is recognized.</summary>
public sealed class CopyRecognitionTests
{
    private const string Here = "ap-guangzhou";
    private const string There = "ap-shanghai";

    private static readonly DateTimeOffset Built = new(2026, 11, 28, 22, 0, 0, TimeSpan.Zero);

    private static readonly Image Source = new()
    {
        ImageId = "img-source01",
        ImageName = "golden-web",
        ImageType = ImageTypes.Private,
        ImageState = ImageStates.Normal,
        ImageSize = 50,
        OsName = "Windows Server 2022",
        Architecture = "x86_64",
        CreatedTime = Built,
        SnapshotSet = [Disk("SYSTEM_DISK", 50), Disk("DATA_DISK", 2000)],
    };

    private static readonly Image Copy = Source with { ImageId = "img-copy0001", CreatedTime = Built.AddMinutes(20) };

    private static readonly string Mark = $"{Here}/img-source01/2026-11-28T22:00:00Z";

    public static TheoryData<string, Image, CopyMatch> Cases => new()
    {
        { "an image like the source, made after it", Copy, CopyMatch.LooksAlike },
        { "made in the same second", Copy with { CreatedTime = Built }, CopyMatch.LooksAlike },
        { "made at a time that is not known", Copy with { CreatedTime = null }, CopyMatch.LooksAlike },
        { "made a second before the source", Copy with { CreatedTime = Built.AddSeconds(-1) }, CopyMatch.OlderThanSource },
        { "made a month before the source, with another size", Copy with { CreatedTime = Built.AddDays(-30), ImageSize = 60 }, CopyMatch.OlderThanSource },
        { "an image that failed", Copy with { ImageState = "CREATEFAILED" }, CopyMatch.Different },
        { "an image that failed, with the mark", Marked(Mark) with { ImageState = "IMPORTFAILED" }, CopyMatch.Different },
        { "a shared image", Copy with { ImageType = ImageTypes.Shared }, CopyMatch.Different },
        { "another size", Copy with { ImageSize = 51 }, CopyMatch.Different },
        { "another system", Copy with { OsName = "Windows Server 2019" }, CopyMatch.Different },
        { "another architecture", Copy with { Architecture = "arm" }, CopyMatch.Different },
        { "without the data disk", Copy with { SnapshotSet = [Disk("SYSTEM_DISK", 50)] }, CopyMatch.Different },
        { "with a smaller data disk", Copy with { SnapshotSet = [Disk("SYSTEM_DISK", 50), Disk("DATA_DISK", 200)] }, CopyMatch.Different },
        { "with one more data disk", Copy with { SnapshotSet = [.. Copy.SnapshotSet, Disk("DATA_DISK", 2000)] }, CopyMatch.Different },
        { "with a data disk for a system disk", Copy with { SnapshotSet = [Disk("DATA_DISK", 50), Disk("DATA_DISK", 2000)] }, CopyMatch.Different },
        { "with its disks in another order", Copy with { SnapshotSet = [Disk("DATA_DISK", 2000), Disk("SYSTEM_DISK", 50)] }, CopyMatch.LooksAlike },
        { "available, without snapshots", Copy with { SnapshotSet = [] }, CopyMatch.Different },
        { "in progress, without snapshots", Copy with { SnapshotSet = [], ImageState = "SYNCING" }, CopyMatch.LooksAlike },
        { "in progress, with its first snapshot", Copy with { SnapshotSet = [Disk("SYSTEM_DISK", 50)], ImageState = "SYNCING" }, CopyMatch.LooksAlike },
        { "in progress, with a snapshot that the source has not", Copy with { SnapshotSet = [Disk("DATA_DISK", 10)], ImageState = "SYNCING" }, CopyMatch.Different },
        { "in a state that is not known", Copy with { SnapshotSet = [], ImageState = "USING" }, CopyMatch.LooksAlike },
        { "the mark of this source", Marked(Mark), CopyMatch.Marked },
        { "the mark of this source under a later key", Marked(Mark, "ImageReplicationSource.2"), CopyMatch.Marked },
        { "the mark of this source, and another size", Marked(Mark) with { ImageSize = 60 }, CopyMatch.Marked },
        { "the mark of this source, and an older clock", Marked(Mark) with { CreatedTime = Built.AddHours(-1) }, CopyMatch.Marked },
        { "the mark with the region in capitals", Marked(Mark.Replace(Here, "AP-Guangzhou", StringComparison.Ordinal)), CopyMatch.Marked },
        { "the mark without a time", Marked($"{Here}/img-source01/"), CopyMatch.Marked },
        { "this mark and that of another", Marked($"{Here}/img-other001/2026-11-27T22:00:00Z") with { Tags = [Tag(Mark, "ImageReplicationSource.2"), Tag($"{Here}/img-other001/2026-11-27T22:00:00Z")] }, CopyMatch.Marked },
        { "the mark of last night's image", Marked($"{Here}/img-other001/2026-11-27T22:00:00Z"), CopyMatch.OfAnotherSource },
        { "the mark of an image of another time", Marked($"{Here}/img-source01/2026-11-28T22:00:01Z"), CopyMatch.OfAnotherSource },
        { "the mark of an image of another region", Marked($"{There}/img-source01/2026-11-28T22:00:00Z"), CopyMatch.OfAnotherSource },
        { "a mark that names this source as the origin only", Marked($"{There}/img-other001/2026-11-27T22:00:00Z;{Mark}"), CopyMatch.OfAnotherSource },
        { "a tag that is no mark", Marked("by hand"), CopyMatch.LooksAlike },
        { "a tag with a similar key", Marked($"{Here}/img-other001/2026-11-27T22:00:00Z", "ImageReplicationSources"), CopyMatch.LooksAlike },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_copy_is_told_from_other_images(string what, Image candidate, CopyMatch expected) =>
        Assert.Equal((what, expected), (what, CopyRecognition.Match(candidate, There, Source, Here)));

    [Fact]
    public void The_source_is_no_copy_of_itself() =>
        Assert.Equal(CopyMatch.Different, CopyRecognition.Match(Source, Here, Source, Here));

    [Theory]
    [InlineData("ap-shanghai/img-copy0001/2026-11-28T22:20:00Z", CopyMatch.SourceOfSource)]
    [InlineData("ap-beijing/img-between1/2026-11-28T23:00:00Z;ap-shanghai/img-copy0001/2026-11-28T22:20:00Z", CopyMatch.SourceOfSource)]
    [InlineData("ap-beijing/img-copy0001/2026-11-28T22:20:00Z", CopyMatch.OlderThanSource)]
    [InlineData("ap-shanghai/img-copy0001/2026-11-28T22:20:01Z", CopyMatch.OlderThanSource)]
    public void The_image_that_the_source_was_copied_from_counts_as_there(string mark, CopyMatch expected)
    {
        var source = Source with { CreatedTime = Built.AddHours(2), Tags = [Tag(mark)] };

        Assert.Equal(expected, CopyRecognition.Match(Copy, There, source, Here));
        // Even where it has a mark of its own.
        var marked = Copy with { Tags = [Tag("eu-frankfurt/img-first001/2026-11-01T00:00:00Z")] };
        Assert.Equal(expected == CopyMatch.SourceOfSource ? expected : CopyMatch.OfAnotherSource, CopyRecognition.Match(marked, There, source, Here));
    }

    [Fact]
    public void A_source_without_snapshots_or_a_time_decides_by_the_rest()
    {
        var shared = Source with { ImageType = ImageTypes.Shared, SnapshotSet = [], CreatedTime = null };

        Assert.Equal(CopyMatch.LooksAlike, CopyRecognition.Match(Copy, Here, shared, Here));
        Assert.Equal(CopyMatch.Different, CopyRecognition.Match(Copy with { ImageSize = 51 }, Here, shared, Here));
    }

    [Fact]
    public void A_source_that_is_being_copied_has_all_its_disks() => Assert.Equal(
        CopyMatch.Different,
        CopyRecognition.Match(
            Copy, There, Source with { ImageState = ImageStates.Syncing, SnapshotSet = [Disk("SYSTEM_DISK", 50)] }, Here));

    [Fact]
    public void Of_several_the_marked_one_is_the_first_then_the_newest()
    {
        var old = Copy with { ImageId = "img-old00001" };
        var newer = Copy with { ImageId = "img-new00001", CreatedTime = Built.AddHours(3) };
        var marked = Marked(Mark) with { ImageId = "img-marked01" };
        var newerMarked = marked with { ImageId = "img-marked02", CreatedTime = Built.AddHours(1) };
        var stale = Copy with { ImageId = "img-stale001", CreatedTime = Built.AddDays(-30) };
        var others = Marked($"{Here}/img-other001/2026-11-27T22:00:00Z") with { ImageId = "img-other002" };

        Assert.Equal(
            ["img-marked02", "img-marked01", "img-new00001", "img-old00001"],
            CopyRecognition.Rank([old, stale, marked, others, newer, newerMarked], There, Source, Here).Select(copy => copy.Image.ImageId));
        Assert.Empty(CopyRecognition.Rank([stale, others], There, Source, Here));
    }

    private static Image Marked(string value, string key = SourceMark.TagKey) => Copy with { Tags = [new Tag { Key = "env", Value = "prod" }, Tag(value, key)] };

    private static Tag Tag(string value, string key = SourceMark.TagKey) => new() { Key = key, Value = value };

    private static Snapshot Disk(string usage, long size) => new() { SnapshotId = $"snap-{usage}-{size}", DiskUsage = usage, DiskSize = size };
}
