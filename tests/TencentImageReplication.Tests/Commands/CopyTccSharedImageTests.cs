using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class CopyTccSharedImageTests : IDisposable
{
    private readonly CloudShell _shell = new(SimulatedWorld.Partner);

    [Theory]
    [InlineData("Get-TccImage -ImageType Shared | Copy-TccSharedImage")]
    [InlineData("Get-TccImage -ImageType Shared | ConvertTo-CsvRow | Copy-TccSharedImage")]
    [InlineData("Get-TccImage -ImageType Shared | ConvertTo-ClixmlObject | Copy-TccSharedImage")]
    [InlineData("Copy-TccSharedImage img-gweb2024")]
    [InlineData("'img-gweb2024' | Copy-TccSharedImage -Region ap-guangzhou")]
    [InlineData("[pscustomobject]@{ ImageId = 'img-gweb2024'; Region = '' } | Copy-TccSharedImage")]
    public void A_shared_image_becomes_a_custom_image_in_its_region(string script)
    {
        var row = Assert.Single(_shell.Run($"{script} | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(
            ("img-gweb2024", "ap-guangzhou", "ap-guangzhou", ImageCopyStatus.Completed),
            (row.SourceImageId, row.SourceRegion, row.Region, row.Status));
        Assert.Equal(SimulatedWorld.Partner.AccountId, _shell.Cloud.FindImage(row.ImageId!)!.AccountId);
    }

    [Fact]
    public void The_copy_can_be_copied_to_other_regions()
    {
        var rows = _shell.Run(
            "Get-TccImage -ImageType Shared | Copy-TccSharedImage | Wait-TccImage | Copy-TccCustomImage -DestinationRegion ap-beijing, ap-shanghai | Wait-TccImage").All<TccImageCopy>();

        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Completed, row.Status));
        Assert.Equal("ap-beijing, ap-guangzhou, ap-shanghai", _shell.CopiedTo());
    }

    [Fact]
    public void A_shared_image_is_not_copied_to_other_regions_and_the_right_cmdlet_is_named()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing");

        Assert.Equal(2, result.Of<TccImageCopy>().Count);
        Assert.All(result.Errors, error =>
        {
            Assert.StartsWith("SharedImageNeedsCopyShared,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
            Assert.Contains("Copy-TccSharedImage", error.Advice(), StringComparison.Ordinal);
        });
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void A_custom_image_is_not_copied_inside_its_region_and_the_right_cmdlet_is_named()
    {
        using var shell = new CloudShell();

        var result = shell.Run("Copy-TccSharedImage img-gweb2024");

        Assert.Equal(ImageCopyStatus.Failed, Assert.Single(result.Of<TccImageCopy>()).Status);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("CustomImageNeedsCopyCustom,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Copy-TccCustomImage", error.Advice(), StringComparison.Ordinal);
        Assert.Equal(0, shell.CallsOf("SyncImages"));
    }

    [Fact]
    public void A_failed_row_is_retried_from_its_source()
    {
        _shell.Cloud.Options.Copies = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        _shell.Run("$rows = Copy-TccSharedImage img-gweb2024 -DestinationImageName mine | Wait-TccImage 2>$null");
        _shell.Cloud.Options.Copies = new CopyLifeCycle();
        var failed = _shell.Cloud.Images().Single(image => image.ImageName == "mine");
        _shell.Cloud.RemoveImage(failed.ImageId);

        var again = Assert.Single(_shell.Run("$rows | Copy-TccSharedImage | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(("mine", "img-gweb2024", ImageCopyStatus.Completed), (again.ImageName, again.SourceImageId, again.Status));
    }

    [Fact]
    public void A_retried_row_finds_its_copy()
    {
        var rows = _shell.Run("$rows = Copy-TccSharedImage img-gweb2024 | Wait-TccImage; $rows; $rows | Copy-TccSharedImage").All<TccImageCopy>();

        Assert.Equal([false, true], rows.Select(row => row.Reused));
        Assert.Equal(rows[0].ImageId, rows[1].ImageId);
    }

    [Fact]
    public void A_second_run_reuses_the_copy()
    {
        var rows = _shell.Run("$null = Copy-TccSharedImage img-gweb2024 | Wait-TccImage; Copy-TccSharedImage img-gweb2024; Copy-TccSharedImage img-gweb2024 -Force").All<TccImageCopy>();

        Assert.Equal([true, false], rows.Select(row => row.Reused));
    }

    [Fact]
    public void Inputs_without_an_image_are_errors_and_the_others_continue()
    {
        var result = _shell.Run("$null, 'img-unknown1', 'img-gweb2024' | Copy-TccSharedImage");

        Assert.Equal([ImageCopyStatus.Failed, ImageCopyStatus.Requested], result.Of<TccImageCopy>().Select(row => row.Status).OrderDescending());
        Assert.Equal(
            ["ImageNotFound", "NoImageId"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.All(result.Errors, error => Assert.IsNotType<PSCmdlet>(error.TargetObject, exactMatch: false));
    }

    public void Dispose() => _shell.Dispose();
}
