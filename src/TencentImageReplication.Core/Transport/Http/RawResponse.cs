using System.Net;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>A response, read in full but not yet parsed.</summary>
/// <param name="Host">The host that responded.</param>
/// <param name="Proxy">The proxy between, if any.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The declared media type, if any.</param>
/// <param name="RetryAfter">The time to wait before a retry, if the response says so.</param>
/// <param name="Body">The body, decompressed.</param>
internal sealed record RawResponse(
    string Host, string? Proxy, HttpStatusCode Status, string? ContentType, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body);
