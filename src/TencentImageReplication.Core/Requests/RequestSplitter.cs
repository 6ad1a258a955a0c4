using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Sends requests for many items to actions that refuse the whole list because of one item. It halves a refused list until the
/// refused items are by themselves.
/// </summary>
internal static class RequestSplitter
{
    /// <summary>Sends a request for items, in as many parts as necessary.</summary>
    /// <param name="items">The items.</param>
    /// <param name="sendAsync">Sends the request for a part of the items.</param>
    /// <param name="concernsOneItem">Checks whether an error may concern only some of the items. Other errors are thrown.</param>
    /// <param name="refuse">Receives each refused item with its error.</param>
    public static async Task SendAsync<T>(
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, Task> sendAsync,
        Func<TencentCloudException, bool> concernsOneItem,
        Action<T, TencentCloudException> refuse)
    {
        try
        {
            await sendAsync(items);
        }
        catch (TencentCloudException exception) when (concernsOneItem(exception))
        {
            if (items.Count == 1)
            {
                refuse(items[0], exception);
                return;
            }

            var half = items.Count / 2;
            await SendAsync([.. items.Take(half)], sendAsync, concernsOneItem, refuse);
            await SendAsync([.. items.Skip(half)], sendAsync, concernsOneItem, refuse);
        }
    }
}
