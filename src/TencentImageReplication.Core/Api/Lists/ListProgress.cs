namespace TencentImageReplication.Core.Api.Lists;

/// <summary>
/// Follows one reading of a list, and decides which page comes next. Pages overlap: if items are deleted meanwhile, the items behind
/// them move to earlier positions, and a page without overlap would miss some.
/// </summary>
/// <param name="pageSize">The number of items in each page except the last.</param>
/// <param name="action">The action that lists, for errors.</param>
/// <param name="region">The region, for errors.</param>
internal sealed class ListProgress(int pageSize, string action, string? region)
{
    /// <summary>The usual overlap: one item proves that nothing is missing before the page.</summary>
    public const int Overlap = 1;

    // After a gap, more items are probably deleted soon.
    private const int OverlapAfterGap = 10;

    private const int MaxGaps = 20;
    private const int MaxPagesWithoutNews = 10;

    // Room for items that are created during the reading, and for a service that does not return the total.
    private const long ExtraItems = 1000;
    private const long MaxItemsWithoutTotal = 100_000;

    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);
    private long? _maxOffset;
    private long? _leastTotal;
    private int _overlap = Overlap;
    private int _back = OverlapAfterGap;
    private int _gaps;
    private int _pagesWithoutNews;
    private int _unreadable;
    private bool _overlaps;

    /// <summary>The offset of the next page.</summary>
    public long Offset { get; private set; }

    /// <summary>True after the last page.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Checks a page and moves on: behind it, or back if items may be missing before it.</summary>
    /// <param name="page">The page at <see cref="Offset"/>.</param>
    /// <param name="idOf">Returns the ID of an item.</param>
    /// <returns>True if the page continues what was read before it.</returns>
    public bool Accept<TItem>(ListPage<TItem> page, Func<TItem, string> idOf)
    {
        _maxOffset ??= page.Total is { } first ? (Math.Min(first, long.MaxValue / 4) * 2) + ExtraItems : MaxItemsWithoutTotal;
        if (_overlaps && page.Unreadable == 0 && !page.Items.Any(item => _covered.Contains(idOf(item))))
        {
            StepBack();
            return false;
        }

        _back = OverlapAfterGap;
        var known = _covered.Count;
        _covered.UnionWith(page.Items.Select(idOf));
        _pagesWithoutNews = _covered.Count > known ? 0 : _pagesWithoutNews + 1;
        _unreadable += page.Unreadable + page.Items.Count(item => idOf(item).Length == 0);
        if (page.Total is { } total)
            _leastTotal = Math.Min(total, _leastTotal ?? total);

        var end = Offset + page.Count;
        // A total that is smaller than what the page proves says nothing: a full page may not be the last one then.
        var isLast = page.Total >= end ? page.Total == end : page.Count < pageSize;
        IsComplete = page.Count == 0 || isLast;
        if (IsComplete)
            return true;
        // A page can be short without being the last, so count the items it has, not the items requested.
        var overlap = Math.Min(_overlap, page.Count - 1);
        _overlaps = overlap > 0;
        Offset = end - overlap;
        if (Offset > _maxOffset || _pagesWithoutNews > MaxPagesWithoutNews)
            throw ListFailure.Endless(action, region, end);
        return true;
    }

    /// <summary>Returns the number of items that must be in the list but were not found; 0 if there are none.</summary>
    /// <param name="found">The number of different items found in all readings.</param>
    public long Missing(long found) => Math.Max(0, (_leastTotal ?? 0) - found - _unreadable);

    /// <summary>Returns the error for a list that stays incomplete.</summary>
    public Exception Incomplete(long found) => ListFailure.Incomplete(action, region, _leastTotal ?? 0, found);

    private void StepBack()
    {
        if (++_gaps > MaxGaps)
            throw ListFailure.Changing(action, region);
        _overlap = OverlapAfterGap;
        Offset = Math.Max(0, Offset - _back);
        _overlaps = Offset > 0;
        _back *= 2;
    }
}
