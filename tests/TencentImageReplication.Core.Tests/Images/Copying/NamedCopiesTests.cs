using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>The copies that a response names beyond doubt.</summary>
public sealed class NamedCopiesTests
{
    private const string SourceId = "img-source01";

    private static readonly string[] Requested = ["ap-beijing", "ap-shanghai"];

    [Theory]
    [InlineData("one for each region", "ap-beijing img-copy0001; ap-shanghai img-copy0002", "ap-beijing img-copy0001; ap-shanghai img-copy0002")]
    [InlineData("in another order and case", "AP-SHANGHAI img-copy0002; ap-beijing img-copy0001", "ap-beijing img-copy0001; ap-shanghai img-copy0002")]
    [InlineData("with blanks", "ap-beijing  img-copy0001 ", "ap-beijing img-copy0001")]
    [InlineData("the same twice", "ap-beijing img-copy0001; ap-beijing img-copy0001", "ap-beijing img-copy0001")]
    [InlineData("two for one region", "ap-beijing img-copy0001; ap-beijing img-copy0002; ap-shanghai img-copy0003", "ap-shanghai img-copy0003")]
    [InlineData("one for two regions", "ap-beijing img-copy0001; ap-shanghai img-copy0001", "")]
    [InlineData("one for a region that was not requested", "ap-nanjing img-copy0001; ap-shanghai img-copy0001", "")]
    [InlineData("the source", "ap-beijing img-source01; ap-shanghai img-copy0002", "ap-shanghai img-copy0002")]
    [InlineData("no ID of an image", "ap-beijing ins-copy0001; ap-shanghai ", "")]
    [InlineData("nothing", "", "")]
    public void Only_what_is_beyond_doubt_is_read(string response, string entries, string expected)
    {
        SyncImage[] set =
        [
            .. entries.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.TrimStart().Split(' ', 2))
                .Select(parts => new SyncImage { Region = parts[0], ImageId = parts[1] }),
        ];

        var copies = NamedCopies.Read(set, Requested, SourceId);

        Assert.True(expected == string.Join("; ", copies.OrderBy(copy => copy.Key, StringComparer.Ordinal).Select(copy => $"{copy.Key} {copy.Value}")), response);
    }
}
