using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Listens on the addresses of the command line.</summary>
internal static class Listening
{
    /// <summary>Returns true when one of the addresses is HTTPS.</summary>
    public static bool NeedsCertificate(string urls) => Addresses(urls).Any(IsHttps);

    public static void On(KestrelServerOptions kestrel, string urls, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        foreach (var address in Addresses(urls))
        {
            if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
                kestrel.ListenLocalhost(address.Port, Configure);
            else if (IPAddress.TryParse(address.Host, out var ip))
                kestrel.Listen(ip, address.Port, Configure);
            else
                kestrel.ListenAnyIP(address.Port, Configure);

            void Configure(ListenOptions listen)
            {
                // The names of headers are readable in HTTP/1 only.
                listen.Protocols = HttpProtocols.Http1;
                if (IsHttps(address))
                    listen.UseHttps(certificate!);
                // After HTTPS, so that it reads what the client wrote.
                listen.Use(next => connection => HostHeader.NormalizeAsync(connection, next));
            }
        }
    }

    private static bool IsHttps(BindingAddress address) => string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<BindingAddress> Addresses(string urls) => urls.Split(';').Select(BindingAddress.Parse);
}
