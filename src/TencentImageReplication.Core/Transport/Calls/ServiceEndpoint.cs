namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>The address that receives requests.</summary>
public sealed class ServiceEndpoint
{
    internal ServiceEndpoint(Uri uri)
    {
        Uri = uri;
        Host = uri.IsDefaultPort ? HostOf(uri) : $"{HostOf(uri)}:{uri.Port}";
    }

    /// <summary>The URI for the POST request.</summary>
    public Uri Uri { get; }

    /// <summary>The value of the <c>Host</c> header, which is also signed. Includes the port unless it is the default one.</summary>
    public string Host { get; }

    /// <inheritdoc/>
    public override string ToString() => Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Checks if an address belongs to this machine, where plain http is safe.</summary>
    internal static bool IsThisMachine(Uri uri) =>
        (uri.IsLoopback && !uri.IsFile) || string.Equals(uri.Host, "localhost.", StringComparison.OrdinalIgnoreCase);

    // Uri.Host keeps the brackets of an IPv6 address; Uri.IdnHost encodes non-ASCII characters.
    private static string HostOf(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
}
