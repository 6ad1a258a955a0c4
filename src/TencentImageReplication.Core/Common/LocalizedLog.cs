using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Common;

/// <summary>Logs texts that are in somebody's language already: a template of the logging package has one language for all.</summary>
internal static class LocalizedLog
{
    public static void Inform(this ILogger logger, int eventId, string text) => Log(logger, LogLevel.Information, eventId, text);

    public static void Warn(this ILogger logger, int eventId, string text) => Log(logger, LogLevel.Warning, eventId, text);

    // The text is the state itself: braces in a name are no placeholders.
    private static void Log(ILogger logger, LogLevel level, int eventId, string text) =>
        logger.Log(level, new EventId(eventId), text, null, static (state, _) => state);
}
