using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Names the proxy in the error of a request that went through it: the proxy may be the cause.</summary>
internal static class ProxyNote
{
    /// <param name="message">The message, which ends with a full stop.</param>
    /// <param name="proxy">Host and port of the proxy; null if there was none.</param>
    public static string Append(string message, string? proxy) => proxy is null
        ? message
        : Localized.Text(
            $"{message} The request went through the proxy {proxy}. Check the proxy, or exclude the host with NO_PROXY.",
            $"{message}该请求经过代理 {proxy}。请检查该代理，或在 NO_PROXY 中排除该主机。");
}
