using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>Log messages of the transport. They never contain a header, a body or a secret.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1, LogLevel.Debug,
        "{Action} in {Region}: attempt {Attempt} took {Milliseconds:0} ms, outcome {Outcome}, request ID {RequestId}")]
    public static partial void Attempted(
        ILogger logger, string action, string? region, int attempt, double milliseconds, string outcome, string? requestId);

    [LoggerMessage(2, LogLevel.Debug, "{Action} in {Region}: retrying in {Milliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, string action, string? region, double milliseconds);

    public static void BudgetSpent(ILogger logger, string action, string? region) =>
        logger.Warn(3, () => Localized.Text(
            $"{action} in {region}: not retried, because too many calls of this connection failed recently",
            $"{region} 的 {action}：此连接最近失败的调用过多，不再重试"));
}
