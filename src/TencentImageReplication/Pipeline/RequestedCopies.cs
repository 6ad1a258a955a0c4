using System.Collections.Concurrent;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The copies that a command has requested so far, for the warning when it is stopped.</summary>
internal sealed class RequestedCopies
{
    private readonly ConcurrentDictionary<(string Image, string Region), bool> _pending = new();
    private int _requested;

    /// <summary>The number of requested copies that have a row.</summary>
    internal int Requested => Volatile.Read(ref _requested);

    /// <summary>The copies that may have been requested and do not have a row yet, as image and region.</summary>
    internal IReadOnlyList<string> Pending =>
        [.. _pending.Keys.OrderBy(copy => copy, Comparer<(string, string)>.Default).Select(copy => Messages.CopyTo(copy.Image, copy.Region))];

    internal void Add(string imageId, IEnumerable<string> regions)
    {
        foreach (var region in regions)
            _pending[(imageId, region)] = true;
    }

    internal void AddRow(TccImageCopy row)
    {
        _pending.TryRemove((row.SourceImageId, row.Region), out _);
        if (row.Status == ImageCopyStatus.Requested)
            Interlocked.Increment(ref _requested);
    }
}
