using Microsoft.Extensions.Logging;

namespace TencentImageReplication.FaultRuns;

/// <summary>Writes the log of the module into the trace of a replay.</summary>
internal sealed class TraceLogger(Trace trace) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => trace.IsWritten && logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            trace.Note(formatter(state, exception));
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
