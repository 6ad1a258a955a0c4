using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>An image and destination that is in the input more than once, or is wanted by two runspaces at once, is copied once.</summary>
public sealed class RepeatedInputTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024, img-gweb2024 ap-shanghai")]
    [InlineData("Copy-TccCustomImage img-gweb2024, img-gweb2024 ap-shanghai -Force")]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-shanghai")]
    [InlineData("Copy-TccCustomImage img-gweb2024, img-gweb2024 ap-shanghai -DestinationImageName golden-web-2024")]
    [InlineData("@(Get-TccImage img-gweb2024) + @(Get-TccImage -ImageName golden-web*) | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("1..3 | ForEach-Object { [pscustomobject]@{ ImageId = 'img-gweb2024'; Region = 'ap-guangzhou' } } | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("$rows = Copy-TccCustomImage img-gweb2024 ap-shanghai | ConvertTo-CsvRow; $rows, $rows | ForEach-Object { $_ } | Copy-TccCustomImage")]
    public void It_is_copied_once_and_has_one_row(string script)
    {
        var row = Assert.Single(_shell.Run($"{script} | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(("ap-shanghai", ImageCopyStatus.Completed), (row.Region, row.Status));
        Assert.Equal("ap-shanghai", _shell.CopiedTo());
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    [Fact]
    public void A_finished_copy_is_reused_once()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage");

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024, img-gweb2024 ap-shanghai").All<TccImageCopy>());

        Assert.True(row.Reused);
        Assert.Equal("ap-shanghai", _shell.CopiedTo());
    }

    [Fact]
    public void Two_runs_with_Force_make_two_copies()
    {
        _shell.Run("1..2 | ForEach-Object { Copy-TccCustomImage img-gweb2024 ap-shanghai -Force | Wait-TccImage }");

        Assert.Equal("ap-shanghai, ap-shanghai", _shell.CopiedTo());
    }

    [Fact]
    public void A_shared_image_is_copied_once()
    {
        using var partner = new CloudShell(SimulatedWorld.Partner);

        Assert.Single(partner.Run("'img-gweb2024', 'img-gweb2024' | Copy-TccSharedImage").All<TccImageCopy>());

        Assert.Equal(1, partner.CallsOf("SyncImages"));
    }

    [Fact]
    public void An_unknown_image_fails_once()
    {
        var result = _shell.Run("Copy-TccCustomImage img-00000000, img-00000000 ap-shanghai");

        Assert.Single(result.Of<TccImageCopy>());
        Assert.Single(result.Errors);
    }

    [Fact]
    public void A_copy_that_another_runspace_has_just_requested_is_reused_although_the_service_does_not_show_it()
    {
        // The worst case: the service neither shows the copy nor refuses a second request for its source.
        _shell.Cloud.Options.Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(3) };
        _shell.Cloud.Options.SourceShowsSyncing = false;
        _shell.Cloud.Options.BusySource = BusySource.Accepted;
        using var other = _shell.AnotherRunspace();
        var first = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai").All<TccImageCopy>());

        var second = Assert.Single(other.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai").All<TccImageCopy>());

        Assert.Equal((first.ImageId, true, ImageCopyStatus.Copying), (second.ImageId, second.Reused, second.Status));
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    public void Dispose() => _shell.Dispose();
}
