using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>The CVM service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed partial class CvmClient(TencentCloudConnection connection)
{
    /// <summary>Returns a text that is the same for all connections of this process to one account at one endpoint.</summary>
    internal Task<string> GetAccountAsync(CancellationToken cancellationToken) => connection.GetAccountAsync(CvmActions.DescribeImages, cancellationToken);

    /// <summary>DescribeRegions: returns the regions of the service. Tencent no longer updates the list.</summary>
    public async Task<DescribeRegionsResponse> DescribeRegionsAsync(CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(CvmActions.DescribeRegions, new DescribeRegionsRequest(), region: null, cancellationToken);
        CheckPage(CvmActions.DescribeRegions.Name, null, response, response.RegionSet, response.TotalCount);
        return response;
    }

    /// <summary>DescribeZones: returns the availability zones of a region.</summary>
    public async Task<DescribeZonesResponse> DescribeZonesAsync(string region, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(CvmActions.DescribeZones, new DescribeZonesRequest(), region, cancellationToken);
        CheckPage(CvmActions.DescribeZones.Name, region, response, response.ZoneSet, response.TotalCount);
        return response;
    }

    /// <summary>DescribeZoneInstanceConfigInfos: returns the instance types on sale in the zones of a region.</summary>
    public Task<DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfosAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken)
    {
        var request = new DescribeZoneInstanceConfigInfosRequest { Filters = NullWhenEmpty(filters) };
        return connection.SendAsync(
            CvmActions.DescribeZoneInstanceConfigInfos, request, region, cancellationToken);
    }

    /// <summary>DescribeImages: returns one page of images.</summary>
    public async Task<DescribeImagesResponse> DescribeImagesAsync(
        string region, DescribeImagesRequest request, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(CvmActions.DescribeImages, request, region, cancellationToken);
        CheckPage(CvmActions.DescribeImages.Name, region, response, response.ImageSet, response.TotalCount, request.Offset, request.ImageIds);
        return response;
    }

    /// <summary>Reads all pages of DescribeImages and returns each image that matches once.</summary>
    public IAsyncEnumerable<Image> ListImagesAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken) =>
        Paging.ReadAllAsync(
            CvmActions.DescribeImages.Name,
            region,
            async (offset, token) =>
            {
                var request = new DescribeImagesRequest
                {
                    Filters = NullWhenEmpty(filters),
                    Offset = offset,
                    Limit = Paging.PageSize,
                };
                var page = await DescribeImagesAsync(region, request, token);
                return new ListPage<Image>(page.ImageSet, page.TotalCount, page.UnreadableItems);
            },
            image => image.ImageId,
            cancellationToken);

    /// <summary>Finds images by ID, in as many calls of DescribeImages as necessary.</summary>
    /// <returns>The images that exist, by ID. Unknown IDs are missing.</returns>
    public async Task<IReadOnlyDictionary<string, Image>> FindImagesAsync(
        string region, IReadOnlyCollection<string> imageIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Image>(StringComparer.Ordinal);
        foreach (var batch in Paging.Batches(imageIds))
        {
            foreach (var image in await DescribeAsync(region, batch, cancellationToken))
                found[image.ImageId] = image;
        }

        return found;
    }

    /// <summary>
    /// SyncImages: starts copies of one image. Never retried once it may have acted; see
    /// <see cref="TencentCloudException.MayHaveActed"/>. With <c>DryRun</c>, returns if the copies can start.
    /// </summary>
    /// <param name="region">The region that the image is in.</param>
    /// <param name="request">The image and its destinations.</param>
    /// <param name="cancellationToken">Cancels the call; the service may still start the copies.</param>
    public async Task<SyncImagesResponse> SyncImagesAsync(
        string region, SyncImagesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.SendAsync(CvmActions.SyncImages, request, region, cancellationToken);
        }
        catch (TencentCloudException exception) when (request.DryRun == true && DryRun.IsPass(exception))
        {
            return new SyncImagesResponse { RequestId = exception.RequestId ?? "" };
        }
    }

    /// <summary>DescribeImageQuota: returns the maximum number of custom images in a region.</summary>
    public Task<DescribeImageQuotaResponse> DescribeImageQuotaAsync(string region, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.DescribeImageQuota, new DescribeImageQuotaRequest(), region, cancellationToken);

    /// <summary>
    /// RunInstances: starts instances. Retried after a lost response only if the request has a client token. With
    /// <c>DryRun</c>, returns if the purchase would succeed.
    /// </summary>
    public async Task<RunInstancesResponse> RunInstancesAsync(
        string region, RunInstancesRequest request, CancellationToken cancellationToken, Action<int>? attempting = null)
    {
        try
        {
            return await connection.SendAsync(CvmActions.RunInstances, request, region, cancellationToken, attempting);
        }
        catch (TencentCloudException exception) when (request.DryRun == true && DryRun.IsPass(exception))
        {
            return new RunInstancesResponse { RequestId = exception.RequestId ?? "" };
        }
    }

    /// <summary>DescribeInstances: returns one page of instances.</summary>
    public async Task<DescribeInstancesResponse> DescribeInstancesAsync(
        string region, DescribeInstancesRequest request, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(CvmActions.DescribeInstances, request, region, cancellationToken);
        CheckPage(CvmActions.DescribeInstances.Name, region, response, response.InstanceSet, response.TotalCount, request.Offset, request.InstanceIds);
        return response;
    }

    /// <summary>Reads all pages of DescribeInstances and returns each instance that matches once.</summary>
    public IAsyncEnumerable<Instance> ListInstancesAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken) =>
        Paging.ReadAllAsync(
            CvmActions.DescribeInstances.Name,
            region,
            async (offset, token) =>
            {
                var request = new DescribeInstancesRequest
                {
                    Filters = NullWhenEmpty(filters),
                    Offset = offset,
                    Limit = Paging.PageSize,
                };
                var page = await DescribeInstancesAsync(region, request, token);
                return new ListPage<Instance>(page.InstanceSet, page.TotalCount, page.UnreadableItems);
            },
            instance => instance.InstanceId,
            cancellationToken);

    /// <summary>Finds instances by ID, in as many calls of DescribeInstances as necessary. Unknown IDs are missing.</summary>
    public async IAsyncEnumerable<Instance> ListInstancesAsync(
        string region,
        IReadOnlyCollection<string> instanceIds,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in Paging.Batches(instanceIds))
        {
            var request = new DescribeInstancesRequest { InstanceIds = batch, Limit = Paging.PageSize };
            var page = await DescribeInstancesAsync(region, request, cancellationToken);
            foreach (var instance in page.InstanceSet)
                yield return instance;
        }
    }

    // The service refuses the whole list for one ID that it does not know or accept.
    private async Task<IReadOnlyList<Image>> DescribeAsync(
        string region, IReadOnlyList<string> imageIds, CancellationToken cancellationToken)
    {
        var found = new List<Image>();
        await RequestSplitter.SendAsync(imageIds, DescribePartAsync, IsAboutAnId, refuse: (_, _) => { });
        return found;

        async Task DescribePartAsync(IReadOnlyList<string> part)
        {
            var request = new DescribeImagesRequest { ImageIds = part, Limit = Paging.PageSize };
            var page = await DescribeImagesAsync(region, request, cancellationToken);
            found.AddRange(page.ImageSet);
        }
    }

    // Nothing for something is not believed. A list of IDs fits in one page, so all that exist must be in it.
    private static void CheckPage<T>(
        string action,
        string? region,
        CvmResponse response,
        IReadOnlyList<T> items,
        long? total,
        long? offset = null,
        IReadOnlyList<string>? ids = null)
    {
        var page = new ListPage<T>(items, total, response.UnreadableItems);
        if (page.Total > (offset ?? 0) && (page.Count == 0 || (ids is not null && page.Count < page.Total)))
            throw ListFailure.Incomplete(action, region, page.Total.Value, page.Count, response.RequestId);
    }

    private static bool IsAboutAnId(TencentCloudException exception) =>
        exception.Code is "InvalidImageId.NotFound" or "InvalidImageId.Malformed";

    // The service refuses an empty list; no filter means no list.
    private static IReadOnlyList<Filter>? NullWhenEmpty(IReadOnlyList<Filter>? filters) =>
        filters is { Count: > 0 } && FuzzyFilters.Adapt(filters) is { Count: > 0 } adapted ? adapted : null;
}
