using System.Threading.Channels;

namespace TencentImageReplication.Abstractions;

/// <summary>Feeds pipeline input to concurrent work, with a <see cref="PipelineFeed{T}"/> for each connection.</summary>
/// <param name="command">The command.</param>
/// <param name="begin">Starts the work of a connection, which reads items until the end.</param>
internal sealed class ConnectionFeeds<T>(TccCmdlet command, Func<CommandConnection, ChannelReader<T>, Func<CancellationToken, Task>> begin)
{
    private readonly ByConnection<PipelineFeed<T>> _feeds =
        new(connection => new PipelineFeed<T>(command, items => begin(connection, items)));

    /// <summary>True while work is running.</summary>
    internal bool IsRunning => Feeds.Any(feed => feed.IsRunning);

    private IEnumerable<PipelineFeed<T>> Feeds => _feeds.Connections.Select(connection => _feeds[connection]);

    /// <summary>Adds an item. Only for the pipeline thread.</summary>
    internal void Add(CommandConnection connection, T item) => _feeds[connection].Add(item);

    /// <summary>Ends the input, and writes the output of the work until it is done. Only for the pipeline thread.</summary>
    internal void Complete()
    {
        // All inputs first, so that no account waits for another one.
        foreach (var feed in Feeds)
            feed.EndInput();
        foreach (var feed in Feeds)
            feed.Complete();
    }
}
