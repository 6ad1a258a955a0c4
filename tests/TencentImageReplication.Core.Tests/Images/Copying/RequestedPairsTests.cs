using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Core.Tests.Images.Copying;

public sealed class RequestedPairsTests
{
    private readonly RequestedPairs _pairs = new();

    [Theory]
    [InlineData("ap-guangzhou", "ap-shanghai")]
    [InlineData("AP-GUANGZHOU", "AP-SHANGHAI")]
    public void A_pair_is_taken_once_however_its_regions_are_written(string source, string destination)
    {
        Assert.Equal(["ap-shanghai"], Take(Request("ap-guangzhou", "ap-shanghai")));
        Assert.Empty(Take(Request(source, destination)));
    }

    [Fact]
    public void Only_the_destinations_that_were_there_before_are_left_out()
    {
        Take(Request("ap-guangzhou", "ap-shanghai"));

        Assert.Equal(["ap-beijing"], Take(Request("ap-guangzhou", "ap-shanghai", "ap-beijing")));
    }

    [Fact]
    public void A_destination_that_is_twice_in_a_request_is_taken_once() =>
        Assert.Equal(["ap-shanghai"], Take(Request("ap-guangzhou", "ap-shanghai", "AP-SHANGHAI")));

    [Fact]
    public void Another_name_is_another_copy_but_the_name_of_the_image_is_not()
    {
        var request = Request("ap-guangzhou", "ap-shanghai");

        Assert.Equal(["ap-shanghai"], Take(request));
        Assert.Empty(Take(request with { ImageName = "golden" }));
        Assert.Equal(["ap-shanghai"], Take(request with { ImageName = "other" }));
    }

    [Fact]
    public void Without_the_image_the_given_name_counts()
    {
        var request = Request("ap-guangzhou", "ap-shanghai");

        Assert.Single(_pairs.TakeNew([request], _ => null));
        Assert.Empty(_pairs.TakeNew([request], _ => null));
        Assert.Single(_pairs.TakeNew([request with { ImageName = "other" }], _ => null));
    }

    [Fact]
    public void Of_equal_requests_the_one_that_knows_its_copy_counts()
    {
        var plain = Request("ap-guangzhou", "ap-shanghai");
        var known = plain with { KnownCopies = new Dictionary<string, string> { ["ap-shanghai"] = "img-copy0000" } };

        var taken = Assert.Single(_pairs.TakeNew([plain, known, plain], _ => Image));

        Assert.NotNull(taken.KnownCopies);
    }

    [Theory]
    [InlineData(false, "ap-guangzhou")]
    [InlineData(true, "ap-guangzhou", "ap-shanghai")]
    public void A_request_says_if_it_had_other_destinations_than_its_own_region(bool expected, params string[] destinations) =>
        Assert.Equal(expected, Assert.Single(_pairs.TakeNew([Request("ap-guangzhou", destinations)], _ => Image)).IncludesOtherRegions);

    private static Image Image => new() { ImageId = "img-a", ImageName = "golden" };

    private static ImageCopyRequest Request(string source, params string[] destinations) => new("img-a", source, destinations, null);

    private IEnumerable<string> Take(ImageCopyRequest request) => _pairs.TakeNew([request], _ => Image).SelectMany(taken => taken.DestinationRegions);
}
