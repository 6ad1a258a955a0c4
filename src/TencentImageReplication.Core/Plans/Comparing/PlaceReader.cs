using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Reads the regions of the accounts of a plan. What does not respond stops nothing else.</summary>
internal sealed class PlaceReader(PlanAccounts accounts, ILogger logger)
{
    // Enough for 10 requests a second at a latency of two seconds.
    private const int MaxConcurrency = 20;

    private static readonly IReadOnlyList<Filter> CustomImages = [new Filter { Name = "image-type", Values = [ImageTypes.Private] }];

    /// <summary>Reads all custom images of a region, in one list.</summary>
    public async Task<PlaceContents> ReadAsync(string account, string region, CancellationToken cancellationToken)
    {
        if (accounts.Find(account) is not { } connection)
            return new PlaceContents(account, AccountId: null, region) { Error = accounts.ErrorOf(account) };
        var place = new PlaceContents(account, connection.AccountId, region);
        try
        {
            var images = new List<Image>();
            await foreach (var image in connection.Client.ListImagesAsync(region, CustomImages, cancellationToken))
                images.Add(image);
            return place with { Images = images };
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return place with { Error = exception };
        }
    }

    /// <summary>Reads the images with a mark in the regions that are not read otherwise.</summary>
    /// <param name="account">The account.</param>
    /// <param name="known">The regions that are read whole.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<PlaceContents>> ReadOthersAsync(
        string account, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        if (accounts.Find(account) is not { } connection)
            return [];
        try
        {
            var images = await MarkedImages.ListAsync(connection.Connection, cancellationToken);
            return await Task.WhenAll(images
                .Where(image => !known.Contains(image.Region, StringComparer.OrdinalIgnoreCase))
                .GroupBy(image => image.Region, image => image.ImageId, StringComparer.OrdinalIgnoreCase)
                .Select(region => ReadSomeAsync(connection, region.Key, [.. region], cancellationToken)));
        }
        catch (TencentCloudException exception)
        {
            PlanLog.OtherRegionsNotRead(logger, account, exception);
            return [];
        }
    }

    /// <summary>Reads what the rows of a first comparison depend on, side by side: quotas, uses and sharing.</summary>
    /// <param name="known">The places.</param>
    /// <param name="sourceAccount">The account of the sources.</param>
    /// <param name="drafts">The rows of the first comparison.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<PlaceDetails> ReadDetailsAsync(
        PlaceDetails known, string sourceAccount, IReadOnlyList<PlanItem> drafts, CancellationToken cancellationToken)
    {
        var sources = drafts
            .Where(item => item.Cell is { IsWanted: true, Finding: not null } && item.Cell.Family.CarryOver.HasFlag(CarriedAttributes.Sharing))
            .Select(item => new ImageRef(item.Cell.Version.Source.ImageId, known.SourceRegion))
            .Distinct();
        var shares = ReadSharesAsync(sourceAccount, sources, cancellationToken);
        var places = Task.WhenAll(drafts
            .GroupBy(item => known.PlaceOf(item.Cell))
            .Where(place => place.Key.Error is null)
            .Select(place => ReadDetailsAsync(place.Key, [.. place], cancellationToken)));
        var read = (await places).ToDictionary(place => FamilyComparison.KeyOf(place.Account, place.Region), StringComparer.Ordinal);
        return new PlaceDetails(
            known.Places.Select(place => read.TryGetValue(FamilyComparison.KeyOf(place.Account, place.Region), out var detailed) ? detailed : place),
            known.SourceRegion,
            await shares);
    }

    private async Task<PlaceContents> ReadDetailsAsync(PlaceContents place, IReadOnlyList<PlanItem> drafts, CancellationToken cancellationToken)
    {
        var connection = accounts.Find(place.Account)!;
        var shared = drafts
            .Where(item => item.MayBeRemoved
                || item.Row.Action.HasFlag(PlanActions.Rename)
                || (item.Cell.HasCopy && item.Differences is { } differences && (differences.Changes.HasAttributes || CopyDifferences.SharesCopies(item.Cell))))
            .Select(item => new ImageRef(item.Image!.ImageId, place.Region))
            // An earlier copy that gets another name has a row of its own too.
            .Distinct();
        var shares = ReadSharesAsync(place.Account, shared, cancellationToken);
        var quota = drafts.Any(item => item.Row.Action.HasFlag(PlanActions.Copy)) ? ReadQuotaAsync(place, cancellationToken) : Task.FromResult<long?>(null);
        // Only to delete images: the lists are long.
        var uses = drafts.Any(item => item.MayBeRemoved)
            ? new ImageUsageReader(connection.Client, new AutoScalingClient(connection.Connection)).ReadAsync(place.Region, cancellationToken)
            : null;
        return place with { SharedWith = await shares, Quota = await quota, Uses = uses is null ? null : await uses };
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadSharesAsync(
        string account, IEnumerable<ImageRef> images, CancellationToken cancellationToken)
    {
        var limit = new ConcurrencyLimit(MaxConcurrency);
        var read = await Task.WhenAll(images.Select(ReadOneAsync));
        return read.Where(image => image.Accounts is not null).ToDictionary(image => image.ImageId, image => image.Accounts!, StringComparer.Ordinal);

        async Task<(string ImageId, IReadOnlyList<string>? Accounts)> ReadOneAsync(ImageRef image)
        {
            using (await limit.EnterAsync(cancellationToken))
                return (image.ImageId, await ReadSharesAsync(account, image, cancellationToken));
        }
    }

    private async Task<long?> ReadQuotaAsync(PlaceContents place, CancellationToken cancellationToken)
    {
        try
        {
            return (await accounts.Find(place.Account)!.Client.DescribeImageQuotaAsync(place.Region, cancellationToken)).ImageNumQuota;
        }
        catch (TencentCloudException exception)
        {
            // The service checks the quota again.
            PlanLog.QuotaNotRead(logger, place.Region, place.Account, exception);
            return null;
        }
    }

    // Null when they could not be read.
    private async Task<IReadOnlyList<string>?> ReadSharesAsync(string account, ImageRef image, CancellationToken cancellationToken)
    {
        try
        {
            var shares = await accounts.Find(account)!.Client.ListSharePermissionsAsync(image.Region, image.ImageId, cancellationToken);
            return [.. shares.Select(share => share.AccountId)];
        }
        catch (TencentCloudException exception)
        {
            PlanLog.SharesNotRead(logger, image, exception);
            return null;
        }
    }

    private async Task<PlaceContents> ReadSomeAsync(
        PlanConnection connection, string region, IReadOnlyList<string> imageIds, CancellationToken cancellationToken)
    {
        var place = new PlaceContents(connection.Name, connection.AccountId, region);
        try
        {
            var images = await connection.Client.FindImagesAsync(region, imageIds, cancellationToken);
            return place with { Images = [.. images.Values.Where(image => image.ImageType == ImageTypes.Private)] };
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return place with { Error = exception };
        }
    }
}
