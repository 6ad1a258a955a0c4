using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Listing;

/// <summary>How many custom images a region may hold, and how many it holds.</summary>
/// <param name="Quota">The limit; null when the service does not tell.</param>
/// <param name="Used">How many there are; null when the service does not tell.</param>
public sealed record ImageQuota(long? Quota, long? Used)
{
    /// <summary>Reads the quota of a region: one item.</summary>
    public static async IAsyncEnumerable<ImageQuota> ListAsync(
        CvmClient client, string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var quota = client.DescribeImageQuotaAsync(region, cancellationToken);
        // The count is wanted, not the images: a page has one at least.
        var count = client.DescribeImagesAsync(
            region,
            new DescribeImagesRequest { Filters = [new() { Name = "image-type", Values = [ImageTypes.Private] }], Limit = 1 },
            cancellationToken);
        await Task.WhenAll(quota, count).ConfigureAwait(false);
        yield return new ImageQuota(
            (await quota.ConfigureAwait(false)).ImageNumQuota, (await count.ConfigureAwait(false)).TotalCount);
    }
}
