using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Listing;

/// <summary>The quota of custom images in a region, and its usage.</summary>
/// <param name="Quota">The quota; null when the service does not return it.</param>
/// <param name="Used">The number of custom images; null when the service does not return it.</param>
public sealed record ImageQuota(long? Quota, long? Used)
{
    /// <summary>Reads the quota of a region, as a list of one item.</summary>
    public static async IAsyncEnumerable<ImageQuota> ListAsync(
        CvmClient client, string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var quota = client.DescribeImageQuotaAsync(region, cancellationToken);
        // Only the count is needed, and a page has at least one image.
        var count = client.DescribeImagesAsync(
            region,
            new DescribeImagesRequest { Filters = [new() { Name = "image-type", Values = [ImageTypes.Private] }], Limit = 1 },
            cancellationToken);
        await Task.WhenAll(quota, count);
        yield return new ImageQuota(
            (await quota).ImageNumQuota, (await count).TotalCount);
    }
}
