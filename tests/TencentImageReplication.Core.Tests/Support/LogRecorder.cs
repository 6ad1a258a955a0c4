using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Keeps every log entry, whatever its level.</summary>
internal sealed class LogRecorder : ILogger
{
    public ConcurrentQueue<string> Entries { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue($"{logLevel}: {formatter(state, exception)} {state} {exception}");
}
