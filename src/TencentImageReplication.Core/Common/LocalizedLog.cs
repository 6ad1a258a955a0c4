using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Common;

/// <summary>Logs texts that are already translated. Message templates of the logging package have only one language.</summary>
internal static class LocalizedLog
{
    public static void Inform(this ILogger logger, int eventId, Func<string> text) => Log(logger, LogLevel.Information, eventId, text);

    public static void Warn(this ILogger logger, int eventId, Func<string> text) => Log(logger, LogLevel.Warning, eventId, text);

    private static void Log(ILogger logger, LogLevel level, int eventId, Func<string> text)
    {
        // The text is the state, so braces in a name are not placeholders.
        if (logger.IsEnabled(level))
            logger.Log(level, new EventId(eventId), text(), null, static (state, _) => state);
    }
}
