using System.Management.Automation;

namespace TencentImageReplication.Pipeline;

/// <summary>Selects the part of the output that -First and -Skip specify. For one thread at a time.</summary>
internal sealed class OutputPage(PagingParameters paging)
{
    private readonly List<object> _held = [];
    private ulong _seen;

    /// <summary>
    /// True if output waits for the end: the total comes first, and is known only after the last object.
    /// </summary>
    internal bool CountsTotal => paging.IncludeTotalCount;

    /// <summary>True if more objects can be emitted or must be counted.</summary>
    internal bool WantsMore => CountsTotal || _seen < Last;

    // Skip + First may overflow: First is the largest number if it is not given.
    private ulong Last => paging.First > ulong.MaxValue - paging.Skip ? ulong.MaxValue : paging.Skip + paging.First;

    /// <summary>Counts an object, and returns true if it must be written now.</summary>
    internal bool Accept(object item)
    {
        var isInside = _seen >= paging.Skip && _seen < Last;
        _seen++;
        if (isInside && CountsTotal)
            _held.Add(item);
        return isInside && !CountsTotal;
    }

    /// <summary>Returns the output for the end: the total and the objects with -IncludeTotalCount, else nothing.</summary>
    internal IEnumerable<object> Rest() => CountsTotal
        ? [paging.NewTotalCount(_seen, accuracy: 1.0), .. _held]
        : [];
}
