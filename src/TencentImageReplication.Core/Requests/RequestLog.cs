using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>Log texts about requests without a response.</summary>
internal static class RequestLog
{
    public static void NoResponse(ILogger logger, string region, string code) =>
        logger.Inform(2, () => Localized.Text($"No response from region '{region}' ({code}).", $"未收到地域“{region}”的响应（{code}）。"));
}
