using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>The region of the source among the destinations: the image is there already.</summary>
public sealed class SourceRowTests : IDisposable
{
    private const string Copy = "Copy-TccCustomImage img-gweb2024 ap-guangzhou, ap-shanghai";
    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData(Copy)]
    [InlineData("Copy-TccCustomImage img-gweb2024 AP-GUANGZHOU, ap-shanghai")]
    [InlineData(Copy + " -Force")]
    public void It_has_a_row_and_no_error(string script)
    {
        var result = _shell.Run($"{script} | Wait-TccImage");

        Assert.Empty(result.Errors);
        var rows = result.Of<TccImageCopy>().ToDictionary(row => row.Status);
        var source = rows[ImageCopyStatus.Source];
        Assert.Equal((SimulatedWorld.WebImageId, "ap-guangzhou", true), (source.ImageId, source.Region.ToLowerInvariant(), source.Ready));
        Assert.Equal(("ap-shanghai", true), (rows[ImageCopyStatus.Completed].Region, rows[ImageCopyStatus.Completed].Ready));
        Assert.Equal("ap-shanghai", _shell.CopiedTo());
    }

    [Theory]
    [InlineData("NORMAL", ImageCopyStatus.Source, null)]
    [InlineData("SYNCING", ImageCopyStatus.Source, null)]
    [InlineData("CREATING", ImageCopyStatus.Failed, "ImageNotNormal")]
    [InlineData("CREATEFAILED", ImageCopyStatus.Failed, "ImageNotNormal")]
    public void It_is_usable_there_if_the_image_is(string state, ImageCopyStatus status, string? error)
    {
        _shell.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { State = state });

        var row = _shell.Run($"{Copy} -BusySource Fail").Of<TccImageCopy>().Single(row => row.Region == "ap-guangzhou");

        Assert.Equal((status, error), (row.Status, row.ErrorCode));
    }

    [Theory]
    [InlineData("-DryRun", ImageCopyStatus.DryRunPassed)]
    [InlineData("-NoSourceTag", ImageCopyStatus.Requested)]
    public void It_has_its_row_whatever_happens_to_the_others(string parameter, ImageCopyStatus others)
    {
        var result = _shell.Run($"{Copy} {parameter}");

        Assert.Empty(result.Errors);
        Assert.Equal([ImageCopyStatus.Source, others], result.Of<TccImageCopy>().OrderBy(row => row.Region).Select(row => row.Status));
    }

    [Fact]
    public void Its_row_encrypts_the_source()
    {
        _shell.Run($"$rows = {Copy} | Wait-TccImage");

        var row = Assert.Single(_shell.Run(
            "$rows | Where-Object Status -eq Source | Copy-TccCustomImage -Encrypt -DestinationImageName encrypted | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal((ImageCopyStatus.Completed, SimulatedWorld.WebImageId, "ap-guangzhou"), (row.Status, row.SourceImageId, row.Region));
        Assert.NotEqual(SimulatedWorld.WebImageId, row.ImageId);
    }

    [Fact]
    public void Alone_it_is_an_error()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-guangzhou");

        Assert.Equal((ImageCopyStatus.Failed, false), (Assert.Single(result.Of<TccImageCopy>()).Status, result.Of<TccImageCopy>()[0].Ready));
        Assert.Single(result.Errors);
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Waiting_passes_it_through(string rows)
    {
        _shell.Run($"$rows = {Copy}");

        var result = _shell.Run($"{rows} | Wait-TccImage");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [ImageCopyStatus.Source, ImageCopyStatus.Completed],
            result.Of<TccImageCopy>().Select(row => row.Status).OrderByDescending(status => status));
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Instances_start_from_copies_only(string rows)
    {
        _shell.Run($"$rows = {Copy} | Wait-TccImage");

        var result = _shell.Run($"{rows} | New-TccInstanceFromImage -InstanceType S5.MEDIUM4");

        Assert.Empty(result.Errors);
        Assert.Equal("ap-shanghai", Assert.Single(result.Of<TccInstance>()).Region);
    }

    [Fact]
    public void Instances_start_from_the_source_where_its_region_is_specified()
    {
        _shell.Run($"$rows = {Copy} | Wait-TccImage");

        var instance = Assert.Single(_shell.Run(
            "$rows | Where-Object Status -eq Source | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Region ap-guangzhou").All<TccInstance>());

        Assert.Equal(("ap-guangzhou", SimulatedWorld.WebImageId), (instance.Region, instance.ImageId));
    }

    public void Dispose() => _shell.Dispose();
}
