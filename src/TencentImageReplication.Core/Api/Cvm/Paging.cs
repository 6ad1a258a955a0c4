using System.Runtime.CompilerServices;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>Reads a list page by page.</summary>
internal static class Paging
{
    /// <summary>The maximum number of items in one page, or of IDs in one request.</summary>
    public const int PageSize = 100;

    /// <summary>
    /// Streams the items of all pages in order, each ID once even if the list changes between two pages. As soon as the caller
    /// wants a second item, several pages are requested at the same time.
    /// </summary>
    /// <param name="readPage">Reads the page at an offset; also returns the total number of items.</param>
    /// <param name="idOf">Returns the ID of an item.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<TItem> ReadAllAsync<TItem>(
        Func<long, CancellationToken, Task<(IReadOnlyList<TItem> Items, long? Total)>> readPage,
        Func<TItem, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var pages = new PagePrefetch<TItem>(readPage, PageSize, cancellationToken);
        for (long offset = 0; ;)
        {
            var (items, total) = await pages.TakeAsync(offset);
            foreach (var item in items)
            {
                if (!seen.Add(idOf(item)))
                    continue;
                yield return item;
                // Elsewhere: this thread may be the one that hands the first item on.
                if (pages.CanRequestMore(total))
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    pages.RequestMore(total);
                }
            }

            // A page can be short without being the last, so count the items it has, not the items requested.
            offset += items.Count;
            if (items.Count == 0 || offset >= (total ?? (items.Count < PageSize ? offset : long.MaxValue)))
                yield break;
        }
    }

    /// <summary>Splits IDs into lists that fit in one call, each ID once.</summary>
    public static IEnumerable<IReadOnlyList<string>> Batches(IEnumerable<string> ids)
    {
        var batch = new List<string>(PageSize);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            batch.Add(id);
            if (batch.Count == PageSize)
            {
                yield return batch;
                batch = new List<string>(PageSize);
            }
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
