using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TencentImageReplication.Core.Common;

/// <summary>The log of a command: passes each message to the command, with the stream that it belongs to.</summary>
/// <param name="write">Receives a message; called from any thread.</param>
/// <param name="verbose">True if verbose messages are shown.</param>
/// <param name="debug">True if debug messages are shown.</param>
internal sealed class CommandLog(Action<CommandLogLevel, string> write, bool verbose, bool debug) : ILogger
{
    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && StreamOf(logLevel) switch
    {
        CommandLogLevel.Warning => true,
        CommandLogLevel.Verbose => verbose,
        _ => debug,
    };

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            write(StreamOf(logLevel), VisibleText.Of(formatter(state, exception)));
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => NullLogger.Instance.BeginScope(state);

    private static CommandLogLevel StreamOf(LogLevel level) => level switch
    {
        >= LogLevel.Warning => CommandLogLevel.Warning,
        LogLevel.Information => CommandLogLevel.Verbose,
        _ => CommandLogLevel.Debug,
    };
}
