using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Searches the destinations for copies of one image that appeared since the run began.</summary>
/// <param name="client">The service.</param>
/// <param name="inventory">The earlier contents of the destinations.</param>
/// <param name="reusable">Selects copies that somebody else requested; null to ignore them.</param>
/// <param name="encrypted">Finds encrypted images; null when the copies are not encrypted.</param>
/// <param name="request">The requested copies.</param>
/// <param name="plan">The image and its destinations.</param>
/// <param name="logger">Receives messages about regions that did not respond.</param>
internal sealed class CopySearch(
    CvmClient client,
    DestinationInventory inventory,
    ReusableCopies? reusable,
    EncryptedCopies? encrypted,
    ImageCopyRequest request,
    ImageCopyPlan plan,
    ILogger logger)
{
    private readonly ConcurrentDictionary<string, SearchResult> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Exception> _failures = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _withSameName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time since which the contents of all destinations are known.</summary>
    public DateTimeOffset KnownSince => plan.DestinationRegions.Min(region => inventory.KnownSince(region, plan.ImageName));

    /// <summary>The copies found, by region.</summary>
    public IReadOnlyDictionary<string, SearchResult> Found => _found;

    /// <summary>
    /// Returns the error of a region: the last search did not reach it, or an image there may or may not be the copy. Null when the
    /// search is complete.
    /// </summary>
    public Exception? FailureIn(string region) => _failures.TryGetValue(region, out var failure) ? failure : null;

    /// <summary>Checks whether a search has seen any image with the name of the copy in a region.</summary>
    public bool HasSameName(string region) => _withSameName.ContainsKey(region);

    /// <summary>Searches a region once. Several regions can be searched at the same time.</summary>
    /// <param name="region">The region to search.</param>
    /// <param name="ownSince">Copies created since then belong to this run; null when this run has requested none.</param>
    /// <param name="maxAge">The maximum age of the data; null for current data.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task SearchAsync(string region, DateTimeOffset? ownSince, TimeSpan? maxAge, CancellationToken cancellationToken)
    {
        if (reusable is null && ownSince is null)
            return;

        var result = await SearchRegionAsync(region, ownSince, maxAge, cancellationToken);
        _failures.TryRemove(region, out _);
        if (result.Failure is not null)
            _failures[region] = result.Failure;
        if (result.HasSameName)
            _withSameName[region] = true;
        if (result.Copy is not null)
            _found[region] = result;
    }

    /// <summary>Checks whether the service shows that the source is being copied; null when there is no response.</summary>
    public async Task<bool?> IsSourceBusyAsync(CancellationToken cancellationToken)
    {
        var sourceId = plan.Image.ImageId;
        try
        {
            var images = await client.FindImagesAsync(plan.SourceRegion, [sourceId], cancellationToken);
            return images.TryGetValue(sourceId, out var source) && source.ImageState == ImageStates.Syncing;
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, plan.SourceRegion, exception.Code);
            return null;
        }
    }

    private async Task<SearchResult> SearchRegionAsync(
        string region, DateTimeOffset? ownSince, TimeSpan? maxAge, CancellationToken cancellationToken)
    {
        try
        {
            var images = await inventory.ReadCurrentAsync(region, plan.ImageName, maxAge, cancellationToken);
            var before = inventory.Find(region, plan.ImageName);
            var appeared = CopyRecognition.Rank(images, region, plan.Image, plan.SourceRegion)
                .Select(candidate => candidate.Image)
                .Where(image => !before.Any(known => known.ImageId == image.ImageId))
                .ToList();
            var own = appeared.Find(image => ownSince is not null && !(image.CreatedTime < ownSince) && inventory.TryClaim(region, image.ImageId));
            // A copy that this run requested is encrypted. A copy that somebody else requested may not be.
            if (own is null && reusable is not null && encrypted is not null)
                appeared = await encrypted.FindAsync(plan.Image, region, appeared, cancellationToken);
            var copy = own ?? reusable?.Take(request, plan.Image, region, appeared);
            return new SearchResult(region, copy, own is not null, images.Count > 0, null);
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return new SearchResult(region, null, false, false, exception);
        }
        catch (RuleViolationException exception)
        {
            return new SearchResult(region, null, false, true, exception);
        }
    }

    /// <summary>The result of searching one region.</summary>
    /// <param name="Region">The region.</param>
    /// <param name="Copy">The copy; null when there is none.</param>
    /// <param name="IsOwn">True when this run requested the copy.</param>
    /// <param name="HasSameName">True when any image there has the name of the copy.</param>
    /// <param name="Failure">The error of the search.</param>
    internal sealed record SearchResult(string Region, Image? Copy, bool IsOwn, bool HasSameName, Exception? Failure);
}
