using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>A golden image is created again under its name every night, and a script copies it and starts instances.</summary>
public sealed class NightlyRebuildTests : IDisposable
{
    // The example of the README.
    private const string Night = """
        $copies = Get-TccImage -Region ap-guangzhou -ImageName 'golden-web*' |
            Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing |
            Wait-TccImage
        $copies
        $copies | New-TccInstanceFromImage -InstanceType S5.MEDIUM4
        """;

    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Instances_start_from_the_newest_build_each_night(bool mayTag, bool isRunTwice)
    {
        _shell.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = mayTag ? [] : ["TagResources"] });
        _shell.Cloud.RemoveImage(SimulatedWorld.WebImageId);
        for (var night = 1; night <= 3; night++)
        {
            var build = _shell.AddImage("golden-web");

            var result = _shell.Run(Night);

            Assert.Empty(result.Errors);
            var rows = result.Of<TccImageCopy>();
            Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
            Assert.All(rows, row => Assert.Equal((ImageCopyStatus.Completed, false, build.ImageId), (row.Status, row.Reused, row.SourceImageId)));
            Assert.All(rows, row => Assert.Equal(build.ImageId, _shell.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
            Assert.Equal(rows.Select(row => row.ImageId).Order(), result.Of<TccInstance>().Select(instance => instance.ImageId).Order());
            if (isRunTwice)
                Assert.All(_shell.Run(Night).Of<TccImageCopy>(), row => Assert.True(row.Reused && rows.Any(before => before.ImageId == row.ImageId)));

            _shell.Cloud.RemoveImage(build.ImageId);
            _shell.Time.Advance(TimeSpan.FromHours(23));
        }

        Assert.Equal(6, _shell.Cloud.Images().Count(image => image.CopiedFrom is not null));
        Assert.Equal(6, _shell.Cloud.Instances().Count);
    }

    public void Dispose() => _shell.Dispose();
}
