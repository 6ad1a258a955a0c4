using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Common;

/// <summary>The log and language of a command. All code that logs receives it from its caller.</summary>
/// <remarks>Commands share a connection and run in parallel, so the connection itself has no log.</remarks>
public sealed class CommandScope
{
    private readonly CultureInfo _culture;

    /// <param name="write">Receives a message; called from any thread.</param>
    /// <param name="verbose">True if verbose messages are shown; otherwise their text is not built.</param>
    /// <param name="debug">True if debug messages are shown.</param>
    /// <param name="culture">The UI culture of the command.</param>
    public CommandScope(Action<CommandLogLevel, string> write, bool verbose, bool debug, CultureInfo culture)
    {
        Log = new CommandLog(write, verbose, debug);
        _culture = culture;
    }

    /// <summary>The log of the command.</summary>
    public ILogger Log { get; }

    /// <summary>Starts work on another thread, in the language of the command.</summary>
    /// <param name="work">The work.</param>
    /// <param name="threads">The threads that it runs on.</param>
    /// <param name="cancellationToken">Keeps work from starting.</param>
    public Task Start(Func<Task> work, EngineThreads threads, CancellationToken cancellationToken) => threads.Start(
        () =>
        {
            Localized.Follow(_culture);
            return work();
        },
        cancellationToken);
}
