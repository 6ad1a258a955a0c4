using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.SimulatorHost;

/// <summary>
/// Accepts <c>Host: http://127.0.0.1:8555</c>, which tccli sends when its endpoint has a scheme. The web server would refuse
/// it before our code runs. So the scheme is removed where the connection is read, and another header keeps the value as
/// it was sent, because the signature covers that.
/// </summary>
internal static class HostHeader
{
    private const string AsSent = "X-Simulator-Host-As-Sent";
    private const byte NewLine = (byte)'\n';
    private const int MaxLine = 32 * 1024;

    /// <summary>Serves a connection whose Host headers are normalized.</summary>
    public static async Task NormalizeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var original = connection.Transport;
        var pipe = new Pipe();
        var pumping = new Pump(original.Input, pipe.Writer).RunAsync();
        connection.Transport = new Duplex(pipe.Reader, original.Output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = original;
            await pipe.Reader.CompleteAsync();
            original.Input.CancelPendingRead();
            await pumping;
        }
    }

    /// <summary>Returns the headers of a request as the client sent them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Restored(IHeaderDictionary headers)
    {
        var sent = headers[AsSent].ToString();
        return headers.Where(header => header.Key != AsSent)
            .Select(header => KeyValuePair.Create(header.Key, header.Key == "Host" && sent.Length > 0 ? sent : header.Value.ToString()));
    }

    private static string? WithoutScheme(string line)
    {
        var value = line["Host:".Length..].Trim();
        var host = SimulatedRequest.HostWithoutScheme(value);
        return host == value ? null : $"Host: {host}\r\n{AsSent}: {value}\r\n";
    }

    /// <summary>Returns true for a line that is a Host header, or for the first bytes of one.</summary>
    private static bool CanBeHost(ReadOnlySequence<byte> line)
    {
        Span<byte> start = stackalloc byte["Host:".Length];
        var length = (int)Math.Min(start.Length, line.Length);
        line.Slice(0, length).CopyTo(start);
        return Ascii.EqualsIgnoreCase(start[..length], "Host:"u8[..length]);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Copies a connection line by line. A body cannot contain such a line: JSON has no line breaks inside its texts.</summary>
    private sealed class Pump(PipeReader from, PipeWriter to)
    {
        private bool _isInLine;

        public async Task RunAsync()
        {
            Exception? failure = null;
            try
            {
                var isOver = false;
                while (!isOver)
                {
                    var read = await from.ReadAsync();
                    var rest = Copy(read.Buffer, read.IsCompleted);
                    from.AdvanceTo(rest, read.Buffer.End);
                    isOver = (await to.FlushAsync()).IsCompleted || read.IsCompleted || read.IsCanceled;
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The web server handles the end of the connection.
                failure = error;
            }
            await to.CompleteAsync(failure);
        }

        private SequencePosition Copy(ReadOnlySequence<byte> buffer, bool isLast)
        {
            while (buffer.PositionOf(NewLine) is { } end)
            {
                var line = buffer.Slice(0, buffer.GetPosition(1, end));
                WriteLine(line);
                buffer = buffer.Slice(line.End);
                _isInLine = false;
            }
            // The beginning of a Host header waits for its end. Anything else, such as a body without a line break, goes on.
            if (buffer.IsEmpty || (!isLast && !_isInLine && buffer.Length <= MaxLine && CanBeHost(buffer)))
                return buffer.Start;
            Write(buffer);
            _isInLine = true;
            return buffer.End;
        }

        private void WriteLine(ReadOnlySequence<byte> line)
        {
            if (!_isInLine && line.Length <= MaxLine && CanBeHost(line) && WithoutScheme(Encoding.Latin1.GetString(line)) is { } replaced)
                to.Write(Encoding.Latin1.GetBytes(replaced));
            else
                Write(line);
        }

        private void Write(ReadOnlySequence<byte> bytes)
        {
            foreach (var part in bytes)
                to.Write(part.Span);
        }
    }
}
