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
