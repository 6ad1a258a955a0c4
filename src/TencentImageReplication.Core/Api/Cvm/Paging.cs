using System.Runtime.CompilerServices;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>Reads a list page by page.</summary>
internal static class Paging
{
    /// <summary>The most that one page, or one list of IDs, may hold.</summary>
    public const int PageSize = 100;

    /// <summary>
    /// Streams the items of all pages in their order, each ID once, though the list may change between two pages. Pages
    /// are asked for side by side once more than the first item is wanted.
    /// </summary>
    /// <param name="readPage">Reads the page at an offset, and how many items there are in all.</param>
    /// <param name="idOf">What tells items apart.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<TItem> ReadAllAsync<TItem>(
        Func<long, CancellationToken, Task<(IReadOnlyList<TItem> Items, long? Total)>> readPage,
        Func<TItem, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var pages = new PagePrefetch<TItem>(readPage, PageSize, cancellationToken);
        for (long offset = 0; ;)
        {
            var (items, total) = await pages.TakeAsync(offset).ConfigureAwait(false);
            foreach (var item in items)
            {
                if (!seen.Add(idOf(item)))
                    continue;
                yield return item;
                // Elsewhere: this thread may be the one that hands the first item on.
                if (pages.HasMoreToAsk(total))
                    await Task.Run(() => pages.AskUpTo(total), cancellationToken).ConfigureAwait(false);
            }

            // A page may be short without being the last, so what it held counts, not what was asked for.
            offset += items.Count;
            if (items.Count == 0 || offset >= (total ?? (items.Count < PageSize ? offset : long.MaxValue)))
                yield break;
        }
    }

    /// <summary>Cuts IDs into lists that one call takes, each ID once.</summary>
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
