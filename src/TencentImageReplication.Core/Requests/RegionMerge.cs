namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Orders the items of regions that are listed in parallel: items of the first incomplete region are emitted at once, items of later
/// regions wait.
/// </summary>
internal sealed class RegionMerge<TItem>(
    IReadOnlyList<string> regions, Func<string, TItem, bool> take, CancellationTokenSource enough)
{
    private readonly object _gate = new();
    private readonly List<TItem>[] _waiting = [.. regions.Select(_ => new List<TItem>())];
    private readonly bool[] _complete = new bool[regions.Count];
    private int _turn;

    /// <summary>Emits an item of a region, or keeps it until it is that region's turn.</summary>
    public void Add(int index, TItem item)
    {
        lock (_gate)
        {
            if (index == _turn)
                Take(item);
            else
                _waiting[index].Add(item);
        }
    }

    /// <summary>Marks a region as complete.</summary>
    public void Complete(int index)
    {
        lock (_gate)
        {
            _complete[index] = true;
            while (_turn < _complete.Length && _complete[_turn])
            {
                _turn++;
                if (_turn < _complete.Length)
                    TakeWaiting();
            }
        }
    }

    private void TakeWaiting()
    {
        foreach (var item in _waiting[_turn])
            Take(item);
        _waiting[_turn].Clear();
    }

    private void Take(TItem item)
    {
        if (!enough.IsCancellationRequested && !take(regions[_turn], item))
            enough.Cancel();
    }
}
