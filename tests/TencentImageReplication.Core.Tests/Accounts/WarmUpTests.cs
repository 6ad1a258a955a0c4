using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Tests.Accounts;

public sealed class WarmUpTests
{
    [Fact]
    public async Task It_goes_all_the_way_to_an_image_and_only_once()
    {
        var taken = new List<Image>();

        var first = WarmUp.Start((_, image) => taken.Add(image));
        await first;

        Assert.Same(first, WarmUp.Start((_, image) => taken.Add(image)));
        Assert.Equal("img-00000000", Assert.Single(taken).ImageId);
    }
}
