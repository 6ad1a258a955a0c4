using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>A port of this machine where requests are answered with whatever bytes a test says, one connection each.</summary>
internal sealed class LocalPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LocalPort() => _listener.Start();

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Takes a request, answers it and closes the connection.</summary>
    /// <returns>The request.</returns>
    public async Task<string> AnswerAsync(byte[] answer)
    {
        using var connection = await TakeAsync();
        try
        {
            await connection.Stream.WriteAsync(answer);
        }
        catch (IOException)
        {
            // The client has seen enough of a huge answer and has gone.
        }

        return connection.Request;
    }

    /// <summary>Takes a request, and leaves it without an answer.</summary>
    public async Task<LocalRequest> TakeAsync()
    {
        var stream = new NetworkStream(await _listener.AcceptSocketAsync(), ownsSocket: true);
        return new LocalRequest(stream, await ReadRequestAsync(stream));
    }

    /// <summary>An answer of the service.</summary>
    public static byte[] Plain(string body) =>
        [.. Head($"Content-Length: {Encoding.UTF8.GetByteCount(body)}"), .. Encoding.UTF8.GetBytes(body)];

    /// <summary>What an answer begins with.</summary>
    public static byte[] Head(string headers) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n\r\n");

    public void Dispose() => _listener.Dispose();

    // To the end of the body, an object without one inside.
    private static async Task<string> ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!(text.ToString().Contains("\r\n\r\n{", StringComparison.Ordinal) && text[^1] == '}'))
        {
            var count = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, count);
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}

/// <summary>A request, and the connection that it came by.</summary>
internal sealed record LocalRequest(NetworkStream Stream, string Request) : IDisposable
{
    public void Dispose() => Stream.Dispose();
}
