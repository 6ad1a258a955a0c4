using System.Net;
#if !NET
using System.Security.Authentication;
#endif

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// The handler that all connections to real endpoints share, so that one cmdlet goes on with the connections of the
/// one before. The proxy is the platform's.
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
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // Regions move between addresses; a connection that lives for ever never notices.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseCookies = false,
        };
#else
        new HttpClientHandler
        {
            // Set here alone: ServicePointManager would change it for the whole process. Windows PowerShell's own choice
            // of protocols is as old as the Framework that it was made for, and not what a cloud still accepts.
            MaxConnectionsPerServer = 100,
            SslProtocols = SslProtocols.Tls12,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseCookies = false,
        };
#endif
#pragma warning restore RS0030
}
