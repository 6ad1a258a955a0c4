using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Lists;

/// <summary>Reads a list page by page.</summary>
internal static class Paging
{
    /// <summary>The maximum number of items in one page, or of IDs in one request.</summary>
    public const int PageSize = 100;

    // A list that is not whole is read again. If it still is not, it cannot be right.
    private const int MaxReadings = 3;

    /// <summary>
    /// Streams the items of all pages in order, each ID once, and no item is missing, even if others are created or deleted between
    /// two pages. As soon as the caller wants a second item, several pages are requested at the same time.
    /// </summary>
    /// <param name="action">The action that lists, for errors.</param>
    /// <param name="region">The region, for errors.</param>
    /// <param name="readPage">Reads the page at an offset.</param>
    /// <param name="idOf">Returns the ID of an item.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="TencentCloudException">A page could not be read, or the list cannot be right.</exception>
    public static async IAsyncEnumerable<TItem> ReadAllAsync<TItem>(
        string action,
        string? region,
        Func<long, CancellationToken, Task<ListPage<TItem>>> readPage,
        Func<TItem, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var emitted = new HashSet<string>(StringComparer.Ordinal);
        for (var reading = 1; ; reading++)
        {
            var progress = new ListProgress(PageSize, action, region);
            using var pages = new PagePrefetch<TItem>(readPage, PageSize - ListProgress.Overlap, ListProgress.Overlap, cancellationToken);
            while (!progress.IsComplete)
            {
                var page = await pages.TakeAsync(progress.Offset);
                if (!progress.Accept(page, idOf))
                    continue;
                foreach (var item in page.Items)
                {
                    if (!emitted.Add(idOf(item)))
                        continue;
                    yield return item;
                    // Elsewhere: this thread may be the one that hands the first item on.
                    if (pages.CanRequestMore(page.Total))
                    {
                        await Task.Yield();
                        cancellationToken.ThrowIfCancellationRequested();
                        pages.RequestMore(page.Total);
                    }
                }
            }

            if (progress.Missing(emitted.Count) == 0)
                yield break;
            if (reading == MaxReadings)
                throw progress.Incomplete(emitted.Count);
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
