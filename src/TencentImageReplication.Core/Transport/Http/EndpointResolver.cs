using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>Finds the host of a service in a region.</summary>
/// <remarks>
/// Source: the endpoint lists of the CVM documentation. That a finance region has the same host on both sites is
/// inferred, because the lists name only one.
/// </remarks>
public sealed class EndpointResolver
{
    private const string Root = "tencentcloudapi.com";
    private const string InternationalRoot = "intl.tencentcloudapi.com";

    private static readonly string[] Services = ["cvm", "sts", "tag", "as"];

    private readonly ServiceEndpoint? _override;
    private readonly string _root;

    /// <param name="site">The site that the account belongs to.</param>
    /// <param name="overrideUri">
    /// Another address to use. A Tencent host, such as <c>internal.tencentcloudapi.com</c> of its private network or
    /// <c>cvm.internal.tencentcloudapi.com</c>, becomes the root of all services. Any other host receives the requests of every service and
    /// region: by <c>https</c>, or by <c>http</c> on this machine.
    /// </param>
    /// <exception cref="ArgumentException">It is not safe to send requests to the address.</exception>
    public EndpointResolver(TencentCloudSite site, Uri? overrideUri = null)
    {
        _root = site == TencentCloudSite.International ? InternationalRoot : Root;
        if (overrideUri is not null && RootOf(Checked(overrideUri)) is { } root)
            _root = root;
        else if (overrideUri is not null)
            _override = new ServiceEndpoint(overrideUri);
        Site = _root == InternationalRoot ? TencentCloudSite.International : site;
    }

    /// <summary>The site that the account belongs to.</summary>
    public TencentCloudSite Site { get; }

    /// <summary>Returns the endpoint of a service in a region.</summary>
    /// <param name="service">The service, such as <c>cvm</c>.</param>
    /// <param name="region">The region; null for an action without one.</param>
    /// <exception cref="ArgumentException">The region ID has characters that no region ID has.</exception>
    public ServiceEndpoint Resolve(string service, string? region)
    {
        // The region becomes part of a host name.
        if (region is not null)
            RegionId.ThrowIfMalformed(region);

        if (_override is not null)
            return _override;

        var host = _root is Root or InternationalRoot && region is not null && RegionCatalog.IsFinance(region)
            ? $"{service}.{region.ToLowerInvariant()}.{Root}"
            : $"{service}.{_root}";
        return new ServiceEndpoint(new Uri($"https://{host}/"));
    }

    // A Tencent host without its service name; null for any other host.
    private static string? RootOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        if (uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort || (host != Root && !host.EndsWith("." + Root, StringComparison.Ordinal)))
            return null;
        var service = host.Substring(0, host.IndexOf('.'));
        return Services.Contains(service) ? host.Substring(service.Length + 1) : host;
    }

    private static Uri Checked(Uri uri)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw Refused(Localized.Text(
                "it must start with https://, or with http:// for an address on this machine.",
                "必须以 https:// 开头；本机地址可以用 http:// 开头。"));
        }

        if (uri.UserInfo.Length > 0)
            throw Refused(Localized.Text("it must not contain a user name or password.", "不得包含用户名或密码。"));

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refused(Localized.Text(
                "it must be only a host and port, without path, query or fragment.",
                "只能是主机名和端口，不能包含路径、查询参数或片段。"));
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !ServiceEndpoint.IsThisMachine(uri))
        {
            throw Refused(
                Localized.Text(
                    "plain http is allowed only for an address on this machine (localhost, 127.0.0.1, [::1]), because "
                        + "others could read and change responses on the way. Use https.",
                    "只有本机地址（localhost、127.0.0.1、[::1]）可以使用明文 http，否则响应可能被读取或篡改。请使用 https。"));
        }

        return uri;
    }

    // The address is not in the message, because it may contain a password.
    private static ArgumentException Refused(string reason) =>
        new(Localized.Text($"The endpoint cannot be used: {reason}", $"无法使用该接入点：{reason}"));
}
