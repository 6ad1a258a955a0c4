using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Looks in the destinations for copies of one image that have appeared there since the run began.</summary>
/// <param name="client">The service.</param>
/// <param name="inventory">What the destinations held before.</param>
/// <param name="reusable">Tells whether what somebody else has asked for will do; null when it will not.</param>
/// <param name="encrypted">Tells encrypted images from others; null when the copies are not to be encrypted.</param>
/// <param name="request">What is asked for.</param>
/// <param name="plan">What is to be copied where.</param>
/// <param name="logger">Takes what could not be looked at.</param>
internal sealed class CopySearch(
    CvmClient client,
    DestinationInventory inventory,
    ReusableCopies? reusable,
    EncryptedCopies? encrypted,
    ImageCopyRequest request,
    ImageCopyPlan plan,
    ILogger logger)
{
    private readonly Dictionary<string, Look> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Exception> _failures = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withNamesakes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Since when the destinations have been known as they are known.</summary>
    public DateTimeOffset KnownSince => plan.DestinationRegions.Min(region => inventory.KnownSince(region, plan.ImageName));

    /// <summary>What has been found, by region.</summary>
    public IReadOnlyDictionary<string, Look> Found => _found;

    /// <summary>
    /// Why nothing can be said of a region: the last look did not reach it, or what is there may be the copy or not. Null when
    /// what was not found is not there.
    /// </summary>
    public Exception? WhyNotKnown(string region) => _failures.TryGetValue(region, out var failure) ? failure : null;

    /// <summary>Whether a look has seen an image of the copy's name in a region, be it a copy or not.</summary>
    public bool HasNamesake(string region) => _withNamesakes.Contains(region);

    /// <summary>Looks once in each of the regions, side by side.</summary>
    /// <param name="regions">Where to look.</param>
    /// <param name="ownSince">From when on a copy is of this run's making; null when this run has not asked for any.</param>
    /// <param name="mayBeOld">How old what is seen may be; null when it must be new.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task LookAsync(
        IEnumerable<string> regions, DateTimeOffset? ownSince, TimeSpan? mayBeOld, CancellationToken cancellationToken)
    {
        if (reusable is null && ownSince is null)
            return;

        var looks = await Task.WhenAll(regions.Select(region => LookAsync(region, ownSince, mayBeOld, cancellationToken))).ConfigureAwait(false);
        foreach (var look in looks)
        {
            _failures.Remove(look.Region);
            if (look.Failure is not null)
                _failures.Add(look.Region, look.Failure);
            if (look.HasNamesakes)
                _withNamesakes.Add(look.Region);
            if (look.Copy is not null)
                _found.Add(look.Region, look);
        }
    }

    /// <summary>Whether the service shows that the source is being copied; null when it does not answer.</summary>
    public async Task<bool?> IsSourceBusyAsync(CancellationToken cancellationToken)
    {
        var sourceId = plan.Image.ImageId;
        try
        {
            var images = await client.FindImagesAsync(plan.SourceRegion, [sourceId], cancellationToken).ConfigureAwait(false);
            return images.TryGetValue(sourceId, out var source) && source.ImageState == ImageStates.Syncing;
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, plan.SourceRegion, exception.Code);
            return null;
        }
    }

    private async Task<Look> LookAsync(
        string region, DateTimeOffset? ownSince, TimeSpan? mayBeOld, CancellationToken cancellationToken)
    {
        try
        {
            var images = await inventory.LookAsync(region, plan.ImageName, mayBeOld, cancellationToken).ConfigureAwait(false);
            var before = inventory.Find(region, plan.ImageName);
            var appeared = images
                .Where(image => CopyIdentity.IsUsableCopyOf(image, plan.Image) && !before.Any(known => known.ImageId == image.ImageId))
                .ToList();
            var own = appeared.Find(image => ownSince is not null && !(image.CreatedTime < ownSince) && inventory.TryClaim(region, image.ImageId));
            // What this run has asked for is encrypted; what somebody else has asked for may not be.
            if (own is null && reusable is not null && encrypted is not null)
                appeared = await encrypted.AmongAsync(plan.Image, region, appeared, cancellationToken).ConfigureAwait(false);
            var copy = own ?? reusable?.Take(request, plan.Image, region, appeared);
            return new Look(region, copy, own is not null, images.Count > 0, null);
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return new Look(region, null, false, false, exception);
        }
        catch (RuleViolationException exception)
        {
            return new Look(region, null, false, true, exception);
        }
    }

    /// <summary>What a look has seen.</summary>
    /// <param name="Region">Where.</param>
    /// <param name="Copy">The copy; null when there is none.</param>
    /// <param name="IsOwn">Whether this run has asked for it.</param>
    /// <param name="HasNamesakes">Whether any image there has the copy's name.</param>
    /// <param name="Failure">Why nothing can be said.</param>
    internal sealed record Look(string Region, Image? Copy, bool IsOwn, bool HasNamesakes, Exception? Failure);
}
