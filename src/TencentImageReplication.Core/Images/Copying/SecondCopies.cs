using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Reports second copies. Two processes that request a copy at the same time do not know of each other, so there can be two. Of two
/// processes, at least the one that ends later sees the marks of both copies.
/// </summary>
public sealed class SecondCopies(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan SameTime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<NewCopy> _copies = new();

    /// <summary>Adds a copy that is available.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="region">The region of the copy.</param>
    /// <param name="source">The source; its time may be missing.</param>
    public void Add(Image copy, string region, ImageIdentity source) => _copies.Enqueue(new NewCopy(copy, region, source));

    /// <summary>Reads the regions of the copies once, and warns about each second copy.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        var inventory = new DestinationInventory(client, new RegionProgress(timeProvider), new SteadyClock(timeProvider));
        await Task.WhenAll(_copies
            .GroupBy(copy => copy.Region, StringComparer.OrdinalIgnoreCase)
            .Select(region => ReportAsync(inventory, region.Key, [.. region], cancellationToken)));
    }

    private async Task ReportAsync(DestinationInventory inventory, string region, List<NewCopy> copies, CancellationToken cancellationToken)
    {
        try
        {
            await inventory.LoadAsync(region, [.. copies.Select(copy => copy.Image.ImageName).Distinct(StringComparer.Ordinal)], cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return;
        }

        foreach (var (image, _, source) in copies)
        {
            foreach (var other in inventory.Find(region, image.ImageName).Where(other => IsSecond(other, image, source)))
            {
                var both = new[] { image, other }.OrderBy(copy => copy.CreatedTime).ThenBy(copy => copy.ImageId, StringComparer.Ordinal).ToArray();
                // The same one in all processes, so that nobody deletes both.
                CopyLog.SecondCopy(logger, first: both[0].ImageId, second: both[1].ImageId, region, source.ImageId);
            }
        }
    }

    private static bool IsSecond(Image other, Image copy, ImageIdentity source) =>
        other.ImageId != copy.ImageId
        && !ImageStates.IsFailed(other.ImageState)
        && SourceMark.Of(other).Any(mark => mark.Names(source))
        && (other.CreatedTime - copy.CreatedTime)?.Duration() <= SameTime;

    private sealed record NewCopy(Image Image, string Region, ImageIdentity Source);
}
