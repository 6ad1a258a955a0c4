using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items that could be read.</param>
/// <param name="Total">The total number of items in the list; null when the service does not return it.</param>
/// <param name="Unreadable">The number of other items of the page.</param>
internal sealed record ListPage<TItem>(IReadOnlyList<TItem> Items, long? Total, int Unreadable = 0)
{
    /// <summary>Creates the page of a response. A negative number of items states nothing.</summary>
    public ListPage(ApiResponse response, IReadOnlyList<TItem> items, long? total)
        : this(items, total is >= 0 ? total : null, response.UnreadableItems)
    {
    }

    /// <summary>The number of items of the page, readable or not.</summary>
    public int Count => Items.Count + Unreadable;
}
