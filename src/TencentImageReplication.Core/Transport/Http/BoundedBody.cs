using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>Reads a body that may be endless, may stall, or may be small only while compressed.</summary>
internal static class BoundedBody
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Reads a body in full.</summary>
    /// <exception cref="ResponseTooLargeException">It has more bytes, decompressed, than are allowed.</exception>
    public static async Task<MemoryStream> ReadAsync(
        HttpContent content, int maxBytes, TimeProvider time, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > maxBytes)
            throw new ResponseTooLargeException();

        // Reading is raced against the token as well as told of it: streams of the .NET Framework do not listen.
        var body = new MemoryStream((int)(length ?? 0));
        var stream = await OpenAsync(content, cancellationToken)
            .WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        // Most answers are small, and say so. One byte at least, or nothing would be read of one that says that it is empty.
        var buffer = new byte[Math.Max(1, Math.Min(BufferSize, length ?? BufferSize))];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken)
                .WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
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
