using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Copying;

public sealed class ReusableCopiesTests
{
    private const string Destination = "ap-beijing";
    private const string Name = "golden";

    private readonly CopyWorld _world = new();
    private readonly DestinationInventory _inventory;
    private readonly ReusableCopies _copies;

    public ReusableCopiesTests()
    {
        _inventory = new DestinationInventory(_world.Client, new RegionProgress(_world.Time), new SteadyClock(_world.Time));
        _copies = new ReusableCopies(_inventory);
    }

    [Fact]
    public async Task A_copy_is_taken_once()
    {
        var (source, copy) = (Add(), Add(Destination));
        await LoadAsync();
        var (request, image) = Register(source);

        Assert.Equal([copy.ImageId], _copies.Candidates(request, image, Destination).Select(candidate => candidate.ImageId));
        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
        Assert.True(_inventory.IsClaimed(Destination, copy.ImageId));
        Assert.Null(Take(request, image));
    }

    [Theory]
    [InlineData("size")]
    [InlineData("system")]
    [InlineData("architecture")]
    [InlineData("state")]
    public async Task An_image_that_differs_or_failed_is_no_candidate(string difference)
    {
        var (source, copy) = (Add(), Add(Destination));
        _world.Cloud.UpdateImage(copy.ImageId, image => image with
        {
            SizeGB = difference == "size" ? 51 : image.SizeGB,
            OsName = difference == "system" ? "Other" : image.OsName,
            Architecture = difference == "architecture" ? "arm64" : image.Architecture,
            State = difference == "state" ? "CREATEFAILED" : image.State,
        });
        await LoadAsync();
        var (request, image) = Register(source);

        Assert.Empty(_copies.Candidates(request, image, Destination));
    }

    [Fact]
    public async Task The_source_itself_is_no_candidate()
    {
        var source = Add(Destination);
        await LoadAsync();
        var (request, image) = Register(source);

        Assert.Empty(_copies.Candidates(request, image, Destination));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_that_may_belong_to_a_look_alike_is_not_taken(bool isOfThisRun)
    {
        var (source, lookAlike, copy) = (Add(), Add(), Add(Destination));
        await LoadAsync(sourceToo: !isOfThisRun);
        var (request, image) = Register(source);
        if (isOfThisRun)
            Register(lookAlike);

        var failure = Assert.Throws<RuleViolationException>(() => Take(request, image));

        Assert.Equal("AmbiguousCopy", failure.Violation.Id);
        Assert.Equal(
            $"{copy.ImageId} ('golden', ap-beijing) may be a copy of {source.ImageId} or of {lookAlike.ImageId}, which look the same.",
            failure.Violation.Message);
        Assert.False(_inventory.IsClaimed(Destination, copy.ImageId));
    }

    [Fact]
    public async Task A_look_alike_that_has_its_own_copy_does_not_matter()
    {
        var (source, lookAlike, copy) = (Add(), Add(), Add(Destination));
        await LoadAsync(sourceToo: true);
        var (request, image) = Register(source);
        _copies.MarkCopied(Destination.ToUpperInvariant(), Register(lookAlike).Image);

        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
    }

    [Fact]
    public async Task An_image_of_the_same_name_that_does_not_look_the_same_does_not_matter()
    {
        var (source, other, copy) = (Add(), Add(), Add(Destination));
        _world.Cloud.UpdateImage(other.ImageId, image => image with { SizeGB = 99 });
        await LoadAsync(sourceToo: true);
        var (request, image) = Register(source);
        Register(other);

        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
    }

    [Fact]
    public async Task A_copy_that_an_earlier_run_names_is_taken_even_with_a_look_alike()
    {
        var (source, lookAlike, copy) = (Add(), Add(), Add(Destination));
        await LoadAsync(sourceToo: true);
        var (request, image) = Register(source, knownCopy: copy.ImageId);
        var (other, otherImage) = Register(lookAlike);

        Assert.Null(Take(other, otherImage));
        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
    }

    [Fact]
    public async Task A_copy_with_a_name_of_its_own_cannot_belong_to_an_image_of_the_source_region()
    {
        var source = Add();
        Add();
        var copy = _world.AddImages(1, _ => "renamed", Destination)[0];
        await LoadAsync(sourceToo: true);
        await _world.Time.RunAsync(() => _inventory.LoadAsync(Destination, ["renamed"], CancellationToken.None));
        var (request, image) = Register(source, copyName: "renamed");

        Assert.Equal(copy.ImageId, Take(request, image)?.ImageId);
    }

    [Fact]
    public async Task Inside_a_region_the_other_images_there_are_the_copies()
    {
        var (source, copy) = (Add(Destination), Add(Destination));
        await LoadAsync();
        var (request, image) = Register(source);

        Assert.Equal(copy.ImageId, Take(request with { SourceRegion = Destination.ToUpperInvariant() }, image)?.ImageId);
    }

    [Fact]
    public async Task An_image_that_the_run_copies_too_is_not_taken_without_a_mark()
    {
        var (source, other) = (Add(), Add(Destination));
        await LoadAsync();
        var (request, image) = Register(source);
        _inventory.AddSource(other.ImageId);

        var failure = Assert.Throws<RuleViolationException>(() => Take(request, image));

        Assert.Equal("AmbiguousCopy", failure.Violation.Id);
        Assert.Equal(
            $"{other.ImageId} ('golden', ap-beijing) may be a copy of {source.ImageId}, but this command copies it as a source too.",
            failure.Violation.Message);
        Assert.False(_inventory.IsClaimed(Destination, other.ImageId));
    }

    private SimulatedImage Add(string region = CopyWorld.Source) => _world.AddImages(1, _ => Name, region)[0];

    private (ImageCopyRequest Request, Image Image) Register(SimulatedImage source, string? knownCopy = null, string? copyName = null)
    {
        var image = new Image
        {
            ImageId = source.ImageId,
            ImageName = source.ImageName,
            ImageType = "PRIVATE_IMAGE",
            ImageState = "NORMAL",
            ImageSize = _world.Cloud.FindImage(source.ImageId)!.SizeGB,
            OsName = source.OsName,
            Architecture = source.Architecture,
        };
        var request = new ImageCopyRequest(source.ImageId, source.Region, [Destination], copyName)
        {
            KnownCopies = knownCopy is null ? null : new Dictionary<string, string> { [Destination] = knownCopy },
        };
        _copies.Register(request, image);
        return (request, image);
    }

    private Image? Take(ImageCopyRequest request, Image image) =>
        _copies.Take(request, image, Destination, _copies.Candidates(request, image, Destination));

    private Task LoadAsync(bool sourceToo = false) => _world.Time.RunAsync(async () =>
    {
        await _inventory.LoadAsync(Destination, [Name], CancellationToken.None);
        if (sourceToo)
            await _inventory.LoadAsync(CopyWorld.Source, [Name], CancellationToken.None);
    });
}
