using System.Net;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>What came back, read in full but not yet understood.</summary>
/// <param name="Host">Who was asked.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type that it claims to be, if any.</param>
/// <param name="RetryAfter">How long to wait before a retry, if it says so.</param>
/// <param name="Body">The body, decompressed.</param>
internal sealed record RawResponse(
    string Host, HttpStatusCode Status, string? ContentType, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body);
