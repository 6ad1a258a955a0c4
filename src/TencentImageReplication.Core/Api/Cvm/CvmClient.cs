using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>The CVM service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed partial class CvmClient(TencentCloudConnection connection)
{
    // A response that cannot be right is rare, and the next one is usually right.
    private const int MaxReadsOfList = 3;

    /// <summary>Returns a text that is the same for all connections of this process to one account at one endpoint.</summary>
    internal Task<string> GetAccountAsync(CancellationToken cancellationToken) => connection.GetAccountAsync(CvmActions.DescribeImages, cancellationToken);

    /// <summary>DescribeRegions: returns the regions of the service. Tencent no longer updates the list.</summary>
    public Task<DescribeRegionsResponse> DescribeRegionsAsync(CancellationToken cancellationToken) => SendListAsync(
        CvmActions.DescribeRegions,
        new DescribeRegionsRequest(),
        region: null,
        response => new ListPage<RegionInfo>(response.RegionSet, response.TotalCount, response.UnreadableItems),
        cancellationToken);

    /// <summary>DescribeZones: returns the availability zones of a region.</summary>
    public Task<DescribeZonesResponse> DescribeZonesAsync(string region, CancellationToken cancellationToken) => SendListAsync(
        CvmActions.DescribeZones,
        new DescribeZonesRequest(),
        region,
        response => new ListPage<ZoneInfo>(response.ZoneSet, response.TotalCount, response.UnreadableItems),
        cancellationToken);

    /// <summary>DescribeZoneInstanceConfigInfos: returns the instance types on sale in the zones of a region.</summary>
    public Task<DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfosAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken)
    {
        var request = new DescribeZoneInstanceConfigInfosRequest { Filters = NullWhenEmpty(filters) };
        return connection.SendAsync(
            CvmActions.DescribeZoneInstanceConfigInfos, request, region, cancellationToken);
    }

    // Nothing for something is not believed: the list is read again. A list of IDs fits in one page, so all that exist must be in it.
    private async Task<TResponse> SendListAsync<TRequest, TResponse, TItem>(
        CvmAction<TRequest, TResponse> action,
        TRequest request,
        string? region,
        Func<TResponse, ListPage<TItem>> pageOf,
        CancellationToken cancellationToken,
        long? offset = null,
        IReadOnlyList<string>? ids = null)
        where TRequest : class
        where TResponse : CvmResponse
    {
        for (var read = 1; ; read++)
        {
            var response = await connection.SendAsync(action, request, region, cancellationToken);
            var page = pageOf(response);
            if (!(page.Total > (offset ?? 0)) || (page.Count > 0 && (ids is null || page.Count >= page.Total)))
                return response;
            if (read == MaxReadsOfList)
                throw ListFailure.Incomplete(action.Name, region, page.Total.Value, page.Count, response.RequestId);
        }
    }

    // The service reports a dry run that would succeed as a failed call.
    private static async Task<TResponse> PassDryRunAsync<TResponse>(bool? isDryRun, Task<TResponse> sending, Func<string, TResponse> passed)
    {
        try
        {
            return await sending;
        }
        catch (TencentCloudException exception) when (isDryRun == true && DryRun.IsPass(exception))
        {
            return passed(exception.RequestId ?? "");
        }
    }

    // The service refuses an empty list; no filter means no list.
    private static IReadOnlyList<Filter>? NullWhenEmpty(IReadOnlyList<Filter>? filters) =>
        filters is { Count: > 0 } && FuzzyFilters.Adapt(filters) is { Count: > 0 } adapted ? adapted : null;
}
