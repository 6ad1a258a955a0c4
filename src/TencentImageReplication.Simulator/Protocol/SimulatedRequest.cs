namespace TencentImageReplication.Simulator.Protocol;

/// <summary>A request as the client sent it, before any check.</summary>
public sealed class SimulatedRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="method">The HTTP method.</param>
    /// <param name="target">The request target: <c>/?query</c>, or the absolute URI that a proxy sees.</param>
    /// <param name="headers">All headers, including <c>Host</c> and <c>Content-Type</c>.</param>
    /// <param name="body">The body's bytes, empty when there is none.</param>
    public SimulatedRequest(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        Method = method;
        Body = body;
        (Path, Query) = Split(target);
        foreach (var header in headers)
            _headers[header.Key] = _headers.TryGetValue(header.Key, out var earlier) ? $"{earlier},{header.Value}" : header.Value;
    }

    /// <summary>The HTTP method, as sent.</summary>
    public string Method { get; }

    /// <summary>The path, undecoded.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, undecoded: the signature covers it as it was sent.</summary>
    public string Query { get; }

    /// <summary>The body's bytes.</summary>
    public byte[] Body { get; }

    /// <summary>The value of <c>X-TC-Action</c>, empty when it is missing.</summary>
    public string Action => Header("X-TC-Action");

    /// <summary>The value of <c>X-TC-Region</c>, empty when it is missing.</summary>
    public string Region => Header("X-TC-Region");

    /// <summary>True when the client requests texts in Chinese.</summary>
    internal bool PrefersChinese => string.Equals(Header("X-TC-Language"), "zh-CN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the value of a header without surrounding spaces, empty when it is missing.</summary>
    public string Header(string name) => _headers.TryGetValue(name, out var value) ? value.Trim() : "";

    /// <summary>The value of <c>Host</c> without a scheme, which tccli sends when its endpoint has one.</summary>
    internal string Host => HostWithoutScheme(Header("Host"));

    /// <summary>Returns a host without a scheme and a slash at its end.</summary>
    public static string HostWithoutScheme(string host)
    {
        foreach (var scheme in new[] { "http://", "https://" })
        {
            if (host.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return host.Substring(scheme.Length).TrimEnd('/');
        }
        return host;
    }

    private static (string Path, string Query) Split(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            var slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target.Substring(slash);
        }
        var question = target.IndexOf('?');
        return question < 0 ? (target, "") : (target.Substring(0, question), target.Substring(question + 1));
    }
}
