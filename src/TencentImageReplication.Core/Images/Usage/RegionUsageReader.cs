using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>Reads images of regions together with their uses.</summary>
/// <param name="client">The client of the account.</param>
/// <param name="reader">Reads the uses.</param>
/// <param name="account">Looks up the account.</param>
/// <param name="logger">Receives a warning if the account cannot be looked up.</param>
public sealed class RegionUsageReader(CvmClient client, ImageUsageReader reader, CallerAccount account, ILogger logger)
{
    private int _warned;

    /// <summary>Reads a region, as a list of one item.</summary>
    /// <param name="region">The region.</param>
    /// <param name="imageIds">The images; null for all custom images.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="TencentCloudException">The images could not be read.</exception>
    public async IAsyncEnumerable<RegionUsage> ListAsync(
        string region, IReadOnlyCollection<string>? imageIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accountId = FindAccountAsync(region, cancellationToken);
        var usage = reader.ReadAsync(region, cancellationToken);
        var images = imageIds is null
            ? await ListCustomImagesAsync(region, cancellationToken)
            : [.. (await client.FindImagesAsync(region, imageIds, cancellationToken)).Values];
        yield return new RegionUsage(await accountId, images, await usage);
    }

    private async Task<IReadOnlyList<Image>> ListCustomImagesAsync(string region, CancellationToken cancellationToken)
    {
        var images = new List<Image>();
        Filter[] custom = [new() { Name = "image-type", Values = [ImageTypes.Private] }];
        await foreach (var image in client.ListImagesAsync(region, custom, cancellationToken))
            images.Add(image);
        return images;
    }

    private async Task<string?> FindAccountAsync(string region, CancellationToken cancellationToken)
    {
        try
        {
            return await account.GetIdAsync(region, cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            if (Interlocked.Exchange(ref _warned, 1) == 0)
                UsageLog.AccountNotKnown(logger, exception);
            return null;
        }
    }
}
