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

    public static void Throttled(
        ILogger logger, string action, string? region, TimeSpan pause, TimeSpan waited, TimeSpan limit) =>
        logger.Inform(4, () => Localized.Text(
            $"{action} in {region}: Tencent Cloud limits the request rate. Retrying in {pause.TotalSeconds:0.#} seconds "
                + $"({waited.TotalSeconds:0.#} of at most {limit.TotalSeconds:0.#} seconds for this request).",
            $"{region} 的 {action}：腾讯云限制了请求频率，将在 {pause.TotalSeconds:0.#} 秒后重试"
                + $"（此请求累计等待 {waited.TotalSeconds:0.#} 秒，上限 {limit.TotalSeconds:0.#} 秒）。"));

    public static void BudgetSpent(ILogger logger, string action, string? region) =>
        logger.Warn(3, () => Localized.Text(
            $"{action} in {region}: not retried, because too many of these calls failed recently",
            $"{region} 的 {action}：此类调用最近失败过多，不再重试"));
}
