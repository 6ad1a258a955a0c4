using System.Net;
#if !NET
using System.Security.Authentication;
#endif

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// The handler that all connections to real endpoints share, so that cmdlets reuse open connections. It uses the proxy of the
/// user.
/// </summary>
internal static class SharedHandler
{
    private static readonly Lazy<HttpMessageHandler> Handler = new(Create);

    public static HttpMessageHandler Instance => Handler.Value;

#pragma warning disable RS0030 // The transport opens the connections.
    internal static HttpMessageHandler Create() =>
#if NET
        new SocketsHttpHandler
        {
            Proxy = SystemProxy.Instance,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // The addresses of a region can change; a connection that never ends would not notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseCookies = false,
        };
#else
        new HttpClientHandler
        {
            Proxy = SystemProxy.Instance,
            // Set only here, because ServicePointManager would change it for the whole process. The default protocols of
            // Windows PowerShell are too old for the service.
            MaxConnectionsPerServer = 100,
            SslProtocols = SslProtocols.Tls12,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseCookies = false,
        };
#endif
#pragma warning restore RS0030
}
