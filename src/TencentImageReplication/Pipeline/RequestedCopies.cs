using System.Collections.Concurrent;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>What a run has asked for so far: what is left to say when it is stopped in the middle.</summary>
internal sealed class RequestedCopies
{
    private readonly ConcurrentDictionary<(string Image, string Region), bool> _unanswered = new();
    private int _answered;

    /// <summary>How many copies were requested and told in a row.</summary>
    internal int Answered => Volatile.Read(ref _answered);

    /// <summary>The copies that may have been requested and have no row yet, as image and region.</summary>
    internal IReadOnlyList<string> Unanswered =>
        [.. _unanswered.Keys.OrderBy(copy => copy, Comparer<(string, string)>.Default).Select(copy => Messages.CopyTo(copy.Image, copy.Region))];

    internal void Ask(string imageId, IEnumerable<string> regions)
    {
        foreach (var region in regions)
            _unanswered[(imageId, region)] = true;
    }

    internal void Answer(TccImageCopy row)
    {
        _unanswered.TryRemove((row.SourceImageId, row.Region), out _);
        if (row.Status == ImageCopyStatus.Requested)
            Interlocked.Increment(ref _answered);
    }
}
