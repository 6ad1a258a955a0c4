using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>The CVM service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed partial class CvmClient(TencentCloudConnection connection)
{
    private readonly ListReader _lists = new(connection);

    /// <summary>Returns a text that is the same for all connections of this process to one account at one endpoint.</summary>
    internal Task<string> GetAccountAsync(CancellationToken cancellationToken) => connection.GetAccountAsync(CvmActions.DescribeImages, cancellationToken);

    /// <summary>DescribeRegions: returns the regions of the service. Tencent no longer updates the list.</summary>
    public Task<DescribeRegionsResponse> DescribeRegionsAsync(CancellationToken cancellationToken) =>
        _lists.ReadPageAsync(CvmLists.Regions, new DescribeRegionsRequest(), region: null, cancellationToken);

    /// <summary>DescribeZones: returns the availability zones of a region.</summary>
    public Task<DescribeZonesResponse> DescribeZonesAsync(string region, CancellationToken cancellationToken) =>
        _lists.ReadPageAsync(CvmLists.Zones, new DescribeZonesRequest(), region, cancellationToken);

    /// <summary>DescribeZoneInstanceConfigInfos: returns the instance types on sale in the zones of a region.</summary>
    public Task<DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfosAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken)
    {
        var request = new DescribeZoneInstanceConfigInfosRequest { Filters = NullWhenEmpty(filters) };
        return connection.SendAsync(
            CvmActions.DescribeZoneInstanceConfigInfos, request, region, cancellationToken);
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
