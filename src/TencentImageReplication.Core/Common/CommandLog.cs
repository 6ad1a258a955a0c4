using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TencentImageReplication.Core.Common;

/// <summary>
/// A logger that hands each message to the command on whose behalf it was logged, though commands share a connection
/// and run side by side.
/// </summary>
/// <remarks>
/// Which command that is flows along with its asynchronous work. It takes delegates of strings and is a type of this
/// assembly, so that the cmdlets can use it without naming any type of the logging package.
/// </remarks>
public sealed class CommandLog : ILogger, ILoggerFactory
{
    private static readonly AsyncLocal<Follower?> Reader = new();

    private CommandLog()
    {
    }

    /// <summary>The one logger: it has no state of its own.</summary>
    public static CommandLog Instance { get; } = new();

    /// <summary>From here on, in this flow of work and what it starts, messages go to this delegate.</summary>
    /// <param name="read">Takes a message; called from any thread.</param>
    /// <param name="verbose">Whether anybody sees what is verbose: nothing is put together for nobody.</param>
    /// <param name="debug">Whether anybody sees what is for debugging.</param>
    public static void Follow(Action<CommandLogLevel, string> read, bool verbose, bool debug) => Reader.Value = new Follower(read, verbose, debug);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && Reader.Value is { } reader && StreamOf(logLevel) switch
    {
        CommandLogLevel.Warning => true,
        CommandLogLevel.Verbose => reader.Verbose,
        _ => reader.Debug,
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
            Reader.Value!.Read(StreamOf(logLevel), VisibleText.Of(formatter(state, exception)));
    }

    private static CommandLogLevel StreamOf(LogLevel level) => level switch
    {
        >= LogLevel.Warning => CommandLogLevel.Warning,
        LogLevel.Information => CommandLogLevel.Verbose,
        _ => CommandLogLevel.Debug,
    };

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => NullLogger.Instance.BeginScope(state);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Messages go to commands alone.");

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is one for the whole process, and it holds nothing.
    }

    private sealed record Follower(Action<CommandLogLevel, string> Read, bool Verbose, bool Debug);
}
