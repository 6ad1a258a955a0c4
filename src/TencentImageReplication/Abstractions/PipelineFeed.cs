using System.Threading.Channels;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Abstractions;

/// <summary>
/// Feeds pipeline input to concurrent work. The work starts with the first item, and its output is written while more
/// items arrive.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="begin">Starts the work, which reads items until the end.</param>
internal sealed class PipelineFeed<T>(TccCmdlet command, Func<ChannelReader<T>, Func<CancellationToken, Task>> begin)
{
    /// <summary>The maximum number of queued items. With more, the pipeline waits.</summary>
    private const int MaxQueued = 1000;

    private Channel<T>? _items;
    private Task? _work;

    /// <summary>True while the work is running.</summary>
    internal bool IsRunning => _work is { IsCompleted: false };

    /// <summary>Adds an item. Only for the pipeline thread.</summary>
    internal void Add(T item)
    {
        if (_items is null)
        {
            _items = Channel.CreateBounded<T>(MaxQueued);
            _work = command.Start(begin(_items.Reader));
        }

        if (_items.Writer.TryWrite(item))
        {
            command.Drain();
            return;
        }

        // Failed work makes no room: its exception ends the command.
        var room = command.Start(token => _items.Writer.AddAsync(item, token));
        command.PumpUntil(Task.WhenAny(room, _work!));
        if (!room.IsCompleted)
            command.PumpUntil(_work!);
    }

    /// <summary>Ends the input.</summary>
    internal void EndInput() => _items?.Writer.TryComplete();

    /// <summary>Ends the input, and writes the output of the work until it is done. Only for the pipeline thread.</summary>
    internal void Complete()
    {
        EndInput();
        if (_work is not null)
            command.PumpUntil(_work);
    }
}
