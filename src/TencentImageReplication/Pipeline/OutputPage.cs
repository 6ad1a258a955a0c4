using System.Management.Automation;

namespace TencentImageReplication.Pipeline;

/// <summary>The part of the output that -First and -Skip ask for. Used by one thread at a time.</summary>
internal sealed class OutputPage(PagingParameters paging)
{
    private readonly List<object> _held = [];
    private ulong _seen;

    /// <summary>
    /// Whether output waits for the end: the total comes before the objects, and is known only after the last of them.
    /// </summary>
    internal bool CountsTotal => paging.IncludeTotalCount;

    /// <summary>Whether there is room for more, or more has to be counted.</summary>
    internal bool WantsMore => CountsTotal || _seen < Last;

    // Skip + First may be more than there are numbers for: First is the largest number when it is not given.
    private ulong Last => paging.First > ulong.MaxValue - paging.Skip ? ulong.MaxValue : paging.Skip + paging.First;

    /// <summary>Takes note of an object, and says whether it is to be written now.</summary>
    internal bool Accept(object item)
    {
        var isInside = _seen >= paging.Skip && _seen < Last;
        _seen++;
        if (isInside && CountsTotal)
            _held.Add(item);
        return isInside && !CountsTotal;
    }

    /// <summary>What is left to write at the end: the total and the objects, if the total was asked for.</summary>
    internal IEnumerable<object> Rest() => CountsTotal
        ? [paging.NewTotalCount(_seen, accuracy: 1.0), .. _held]
        : [];
}
