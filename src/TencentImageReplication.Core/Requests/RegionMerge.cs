namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Merges lists that are read in parallel. Items that arrive together, such as those of one page, stay together: while one list emits
/// them, the items of other lists wait, but never for a request.
/// </summary>
/// <param name="count">The number of lists.</param>
/// <param name="take">Receives the index of a list, and its item; called by one thread at a time.</param>
internal sealed class RegionMerge<TItem>(int count, Action<int, TItem> take)
{
    private readonly object _gate = new();
    private readonly List<TItem>?[] _waiting = new List<TItem>?[count];
    private int? _turn;

    /// <summary>Emits an item of a list, or keeps it while it is another list's turn.</summary>
    public void Add(int index, TItem item)
    {
        lock (_gate)
        {
            _turn ??= index;
            if (index == _turn)
                take(index, item);
            else
                (_waiting[index] ??= []).Add(item);
        }
    }

    /// <summary>Ends the turn of a list that has no item now. The items of the others are emitted.</summary>
    public void Pause(int index)
    {
        lock (_gate)
        {
            if (index != _turn)
                return;
            _turn = null;
            for (var other = 0; other < _waiting.Length; other++)
            {
                if (_waiting[other] is not { } items)
                    continue;
                foreach (var item in items)
                    take(other, item);
                items.Clear();
            }
        }
    }
}
