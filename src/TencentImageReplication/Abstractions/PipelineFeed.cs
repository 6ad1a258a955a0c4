using System.Threading.Channels;

namespace TencentImageReplication.Abstractions;

/// <summary>
/// Hands what comes down the pipeline, one by one, to work that goes on beside it: the work begins with the first item,
/// and what it posts is written while more items come in.
/// </summary>
/// <param name="command">The command whose pipeline it is.</param>
/// <param name="begin">Begins the work, which reads the items until there are no more.</param>
internal sealed class PipelineFeed<T>(TccCmdlet command, Func<ChannelReader<T>, Func<CancellationToken, Task>> begin)
{
    /// <summary>How many items may wait for the work; the pipeline waits with the next one.</summary>
    private const int MostWaiting = 1000;

    private Channel<T>? _items;
    private Task? _work;

    /// <summary>Whether the work has begun and not ended.</summary>
    internal bool IsAtWork => _work is { IsCompleted: false };

    /// <summary>Hands an item over. On the pipeline thread.</summary>
    internal void Add(T item)
    {
        if (_items is null)
        {
            _items = Channel.CreateBounded<T>(MostWaiting);
            _work = command.Start(begin(_items.Reader));
        }

        if (_items.Writer.TryWrite(item))
        {
            command.Drain();
            return;
        }

        // Work that has failed makes no room any more: then its failure is what there is to tell.
        var room = _items.Writer.WriteAsync(item, command.CancellationToken).AsTask();
        command.PumpUntil(Task.WhenAny(room, _work!));
        if (!room.IsCompleted)
            command.PumpUntil(_work!);
    }

    /// <summary>Says that there are no more items, and writes what the work posts until it is done. On the pipeline thread.</summary>
    internal void Complete()
    {
        if (_items is null || _work is null)
            return;

        _items.Writer.Complete();
        command.PumpUntil(_work);
    }
}
