using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Common;

/// <summary>The command that work is done for: its log and its language. Everything that logs gets it from its caller.</summary>
/// <remarks>Commands share a connection and run in parallel, so neither of them knows whose messages it writes.</remarks>
public sealed class CommandScope
{
    private readonly CultureInfo _culture;

    /// <param name="write">Takes a message; called from any thread.</param>
    /// <param name="verbose">Whether anybody sees verbose messages: no text is built for nobody.</param>
    /// <param name="debug">Whether anybody sees debug messages.</param>
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
    /// <param name="cancellationToken">Keeps work from starting.</param>
    public Task Start(Func<Task> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            Localized.Follow(_culture);
            return work();
        },
        cancellationToken);
}
