using System.Net;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// The proxy that the user has set: by HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in the system, or in the session. Addresses of
/// this machine bypass it, whatever NO_PROXY says: a proxy would get their requests in clear.
/// </summary>
/// <param name="current">Returns the proxy of the user; null if there is none.</param>
internal sealed class SystemProxy(Func<IWebProxy?> current) : IWebProxy, ICredentials
{
    // Asked for each request: users change the default proxy and its credentials in a running session.
#pragma warning disable RS0030 // The transport opens the connections.
    public static SystemProxy Instance { get; } = new(() =>
#if NET
        HttpClient.DefaultProxy);
#else
        WebRequest.DefaultWebProxy);
#endif
#pragma warning restore RS0030

    /// <summary>The credentials of the proxy of the user.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>Returns the proxy for an address, without the user name and password that its setting may contain.</summary>
    public Uri GetProxy(Uri destination) => Find(destination) ?? destination;

    public bool IsBypassed(Uri host) => Find(host) is null;

    public NetworkCredential? GetCredential(Uri uri, string authType) => current()?.Credentials?.GetCredential(uri, authType);

    /// <summary>Returns the host and port of the proxy for an address; null if there is none.</summary>
    public string? NameFor(Uri destination) => Find(destination) is { } proxy ? $"{proxy.Host}:{proxy.Port}" : null;

    private Uri? Find(Uri destination)
    {
        if (ServiceEndpoint.IsThisMachine(destination) || current() is not { } proxy || proxy.IsBypassed(destination))
            return null;
        return proxy.GetProxy(destination) is { } uri && uri != destination
            ? new Uri(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))
            : null;
    }
}
