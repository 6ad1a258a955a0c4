using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Sends requests for many items to actions that refuse the whole list because of one item. It halves a refused list until the
/// refused items are by themselves.
/// </summary>
internal static class RequestSplitter
{
    /// <summary>Sends a request for items, in as many parts as necessary, and returns the responses.</summary>
    /// <param name="items">The items.</param>
    /// <param name="sendAsync">Sends the request for a part of the items.</param>
    /// <param name="concernsOneItem">Checks whether an error may concern only some of the items. Other errors are thrown.</param>
    /// <param name="refuse">Receives each refused item with its error.</param>
    public static async IAsyncEnumerable<TResponse> ReadAsync<T, TResponse>(
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, Task<TResponse>> sendAsync,
        Func<TencentCloudException, bool> concernsOneItem,
        Action<T, TencentCloudException> refuse)
    {
        var parts = new Stack<IReadOnlyList<T>>([items]);
        while (parts.Count > 0)
        {
            var part = parts.Pop();
            TResponse response;
            try
            {
                response = await sendAsync(part);
            }
            catch (TencentCloudException exception) when (concernsOneItem(exception))
            {
                Split(part, exception, parts, refuse);
                continue;
            }

            yield return response;
        }
    }

    /// <summary>Sends a request for items, in as many parts as necessary.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task SendAsync<T>(
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, Task> sendAsync,
        Func<TencentCloudException, bool> concernsOneItem,
        Action<T, TencentCloudException> refuse)
    {
        var parts = new Stack<IReadOnlyList<T>>([items]);
        while (parts.Count > 0)
        {
            var part = parts.Pop();
            try
            {
                await sendAsync(part);
            }
            catch (TencentCloudException exception) when (concernsOneItem(exception))
            {
                Split(part, exception, parts, refuse);
            }
        }
    }

    private static void Split<T>(
        IReadOnlyList<T> part, TencentCloudException exception, Stack<IReadOnlyList<T>> parts, Action<T, TencentCloudException> refuse)
    {
        if (part.Count == 1)
        {
            refuse(part[0], exception);
            return;
        }

        var half = part.Count / 2;
        parts.Push([.. part.Skip(half)]);
        parts.Push([.. part.Take(half)]);
    }
}
