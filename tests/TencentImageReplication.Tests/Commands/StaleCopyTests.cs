using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>An image in the destination has the name of the copy, but is not a copy of that very source.</summary>
public sealed class StaleCopyTests : IDisposable
{
    private const string Copy = "Copy-TccCustomImage {0} ap-shanghai";
    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData(Copy)]
    [InlineData(Copy + " -Force")]
    [InlineData(Copy + " | Wait-TccImage")]
    [InlineData("Get-TccImage {0} | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    public void An_image_older_than_the_source_is_not_its_copy(string script)
    {
        var (stale, source) = Rebuilt();

        var result = _shell.Run(string.Format(null, script, source.ImageId));

        var row = Assert.Single(result.Of<TccImageCopy>());
        Assert.Equal((false, stale.ImageId), (row.Reused, row.StaleImageId));
        Assert.Equal(source.ImageId, _shell.Cloud.FindImage(row.ImageId!)!.CopiedFrom);
        Assert.Contains(result.Warnings, warning => warning.Contains(stale.ImageId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_dry_run_does_not_take_an_older_image_for_the_copy()
    {
        var (stale, source) = Rebuilt();

        var result = _shell.Run($"Copy-TccCustomImage {source.ImageId} ap-shanghai -DryRun");

        Assert.Equal(ImageCopyStatus.DryRunPassed, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.Contains(result.Warnings, warning => warning.Contains(stale.ImageId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -NoSourceTag")]
    public void The_next_run_takes_the_right_one_of_two(string parameter)
    {
        var (stale, source) = Rebuilt();
        var made = Assert.Single(_shell.Run($"Copy-TccCustomImage {source.ImageId} ap-shanghai -Force{parameter} | Wait-TccImage").All<TccImageCopy>());

        var again = Assert.Single(_shell.Run($"Copy-TccCustomImage {source.ImageId} ap-shanghai").All<TccImageCopy>());

        Assert.NotEqual(stale.ImageId, made.ImageId);
        Assert.Equal((made.ImageId, true), (again.ImageId, again.Reused));
    }

    [Fact]
    public void The_description_is_never_carried_over_to_a_stale_image()
    {
        var (stale, source) = Rebuilt();
        _shell.Run($"Set-TccImage {source.ImageId} -Description 'build 102' -Confirm:$false");

        _shell.Run($"Copy-TccCustomImage {source.ImageId} ap-shanghai -CarryOver Description | Wait-TccImage");

        Assert.Equal("", _shell.Cloud.FindImage(stale.ImageId)!.Description);
        Assert.Equal("build 102", Assert.Single(_shell.Cloud.Images(), image => image.CopiedFrom == source.ImageId).Description);
    }

    [Fact]
    public void A_shared_image_is_copied_again_after_it_was_created_again()
    {
        using var partner = new CloudShell(SimulatedWorld.Partner);
        partner.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "golden-web-2024",
            Region = SimulatedWorld.Region,
            AccountId = SimulatedWorld.Partner.AccountId,
            CreatedTime = partner.Cloud.FindImage(SimulatedWorld.WebImageId)!.CreatedTime.AddDays(-30),
        });

        var row = Assert.Single(partner.Run("Copy-TccSharedImage img-gweb2024").All<TccImageCopy>());

        Assert.False(row.Reused);
        Assert.Equal(SimulatedWorld.WebImageId, partner.Cloud.FindImage(row.ImageId!)!.CopiedFrom);
    }

    [Fact]
    public void An_image_without_the_data_disk_is_not_the_copy()
    {
        var source = _shell.Cloud.FindImage(SimulatedWorld.DatabaseImageId)!;
        _shell.Cloud.AddImage(source with
        {
            ImageId = "",
            Region = "ap-shanghai",
            Snapshots = [source.Snapshots[0]],
            CreatedTime = source.CreatedTime.AddHours(1),
        });

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai | Wait-TccImage").All<TccImageCopy>());

        Assert.False(row.Reused);
        Assert.Equal(source.ImageId, _shell.Cloud.FindImage(row.ImageId!)!.CopiedFrom);
    }

    [Fact]
    public void The_copy_of_another_living_image_is_not_stale()
    {
        var twins = new[] { _shell.AddImage("twin"), _shell.AddImage("twin") };
        _shell.Run($"Copy-TccCustomImage {twins[0].ImageId} ap-shanghai | Wait-TccImage");

        var result = _shell.Run($"Copy-TccCustomImage {twins[1].ImageId} ap-shanghai");

        Assert.False(Assert.Single(result.Of<TccImageCopy>()).Reused);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void The_image_that_the_source_was_copied_from_counts_as_there()
    {
        var copy = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage").All<TccImageCopy>());

        var back = Assert.Single(_shell.Run($"Copy-TccCustomImage {copy.ImageId} ap-guangzhou -Region ap-shanghai").All<TccImageCopy>());

        Assert.Equal((SimulatedWorld.WebImageId, true), (back.ImageId, back.Reused));
    }

    [Fact]
    public void A_refused_name_fails_the_row_and_the_error_names_three_ways_out()
    {
        var (stale, source) = Rebuilt();
        _shell.Cloud.Options.DuplicateNames = DuplicateNames.Refused;

        var result = _shell.Run($"Copy-TccCustomImage {source.ImageId} ap-shanghai, ap-beijing");

        var rows = result.Of<TccImageCopy>().ToDictionary(row => row.Region);
        Assert.Equal((ImageCopyStatus.Failed, stale.ImageId), (rows["ap-shanghai"].Status, rows["ap-shanghai"].StaleImageId));
        Assert.Equal((ImageCopyStatus.Requested, null), (rows["ap-beijing"].Status, rows["ap-beijing"].StaleImageId));
        var advice = Assert.Single(result.Errors).Advice();
        Assert.All(
            [stale.ImageId, "Remove-TccImage", "Set-TccImage", "-DestinationImageName"],
            way => Assert.Contains(way, advice, StringComparison.Ordinal));
    }

    private (SimulatedImage Stale, SimulatedImage Source) Rebuilt()
    {
        var source = _shell.AddImage("golden-web");
        var stale = _shell.Cloud.AddImage(source with { ImageId = "", Region = "ap-shanghai", CreatedTime = source.CreatedTime.AddDays(-30) });
        return (stale, source);
    }

    public void Dispose() => _shell.Dispose();
}
