using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>Reads a body of limited size. A body can be endless, can stall, or can be small only while compressed.</summary>
internal static class BoundedBody
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Reads a body in full.</summary>
    /// <exception cref="ResponseTooLargeException">The decompressed body is larger than the limit.</exception>
    public static async Task<MemoryStream> ReadAsync(
        HttpContent content, int maxBytes, TimeProvider time, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > maxBytes)
            throw new ResponseTooLargeException();

        // Streams of the .NET Framework ignore the token, so waiting ends by WaitAsync.
        var body = new MemoryStream((int)(length ?? 0));
        var stream = await OpenAsync(content, cancellationToken)
            .WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);
        // Most responses are small and state their length. At least one byte, or the end of an empty body would never be read.
        var buffer = new byte[Math.Max(1, Math.Min(BufferSize, length ?? BufferSize))];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken)
                .WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);
            if (count == 0)
                return body;

            if (body.Length + count > maxBytes)
                throw new ResponseTooLargeException();

            body.Write(buffer, 0, count);
        }
    }

    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        return content.ReadAsStreamAsync(cancellationToken);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#endif
    }
}
