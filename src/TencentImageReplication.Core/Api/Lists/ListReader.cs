using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Lists;

/// <summary>Reads the lists of a service. A list that cannot be right is read again before it is an error.</summary>
/// <param name="connection">Sends the calls.</param>
internal sealed class ListReader(TencentCloudConnection connection)
{
    // A response that cannot be right is rare, and the next one is usually right.
    private const int MaxReads = 3;

    /// <summary>
    /// Reads one page. Nothing for something is not believed. A list of IDs fits in one page, so all that exist must be in it.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="request">The request for the page.</param>
    /// <param name="region">The region; null for an action without one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="offset">The offset of the request.</param>
    /// <param name="ids">The IDs of the request.</param>
    public async Task<TResponse> ReadPageAsync<TRequest, TResponse, TItem>(
        ListAction<TRequest, TResponse, TItem> list,
        TRequest request,
        string? region,
        CancellationToken cancellationToken,
        long? offset = null,
        IReadOnlyList<string>? ids = null)
        where TRequest : class
        where TResponse : ApiResponse
    {
        for (var read = 1; ; read++)
        {
            var response = await connection.SendAsync(list.Action, request, region, cancellationToken);
            var page = list.PageOf(response);
            if (!(page.Total > (offset ?? 0)) || (page.Count > 0 && (ids is null || page.Count >= page.Total)))
                return response;
            if (read == MaxReads)
                throw ListFailure.Incomplete(list.Action.Name, region, page.Total.Value, page.Count, response.RequestId);
        }
    }

    /// <summary>Reads all pages, and returns each item once.</summary>
    /// <param name="list">The list.</param>
    /// <param name="region">The region.</param>
    /// <param name="requestAt">Creates the request for the page at an offset, with <see cref="Paging.PageSize"/> items.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public IAsyncEnumerable<TItem> ReadAllAsync<TRequest, TResponse, TItem>(
        ListAction<TRequest, TResponse, TItem> list, string region, Func<long, TRequest> requestAt, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : ApiResponse =>
        Paging.ReadAllAsync(
            list.Action.Name,
            region,
            async (offset, token) => list.PageOf(await ReadPageAsync(list, requestAt(offset), region, token, offset)),
            list.IdOf,
            cancellationToken);
}
