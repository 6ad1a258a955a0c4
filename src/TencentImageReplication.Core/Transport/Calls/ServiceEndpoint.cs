using System.Net;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>Where requests go.</summary>
public sealed class ServiceEndpoint
{
    internal ServiceEndpoint(Uri uri)
    {
        Uri = uri;
        Host = uri.IsDefaultPort ? HostOf(uri) : $"{HostOf(uri)}:{uri.Port}";
    }

    /// <summary>The address that is posted to.</summary>
    public Uri Uri { get; }

    /// <summary>The <c>Host</c> header, which is also what is signed: with the port, unless it is the usual one.</summary>
    public string Host { get; }

    /// <inheritdoc/>
    public override string ToString() => Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether an address is one of this machine, to which plain http is safe.</summary>
    internal static bool IsThisMachine(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Uri.Host keeps the brackets of an IPv6 address, Uri.IdnHost keeps letters outside ASCII out.
    private static string HostOf(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
}
