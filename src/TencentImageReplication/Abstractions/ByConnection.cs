namespace TencentImageReplication.Abstractions;

/// <summary>The input of a command by connection, because rows of a replication plan may belong to several accounts.</summary>
/// <param name="create">Creates the collection for the input of a connection.</param>
internal sealed class ByConnection<T>(Func<CommandConnection, T> create)
{
    // A command has few of them.
    private readonly List<CommandConnection> _connections = [];
    private readonly List<T> _items = [];

    /// <summary>The connections, in the order of the input.</summary>
    internal IReadOnlyList<CommandConnection> Connections => _connections;

    /// <summary>Returns what belongs to a connection. Only for the pipeline thread.</summary>
    internal T this[CommandConnection connection]
    {
        get
        {
            var index = _connections.IndexOf(connection);
            if (index >= 0)
                return _items[index];
            var items = create(connection);
            _connections.Add(connection);
            _items.Add(items);
            return items;
        }
    }
}
