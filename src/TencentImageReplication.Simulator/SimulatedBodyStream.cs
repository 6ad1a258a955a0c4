using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator;

/// <summary>The body of a response as the client receives it: complete, or only half of it.</summary>
internal sealed class SimulatedBodyStream : Stream
{
    private readonly SimulatedResponse _response;
    private readonly CancellationTokenSource _disposed = new();
    private int _position;

    public SimulatedBodyStream(SimulatedResponse response) => _response = response;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var read = await AdvanceAsync(count, cancellationToken);
        Array.Copy(_response.Body, _position - read, buffer, offset, read);
        return read;
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await AdvanceAsync(buffer.Length, cancellationToken);
        _response.Body.AsSpan(_position - read, read).CopyTo(buffer.Span);
        return read;
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _disposed.Cancel();
        base.Dispose(disposing);
    }

    /// <summary>Advances past the next bytes and returns their number.</summary>
    private async ValueTask<int> AdvanceAsync(int wanted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = Math.Min(wanted, _response.DeliveredLength - _position);
        if (read == 0 && wanted > 0)
            await PlayFaultAsync(cancellationToken);
        _position += read;
        return read;
    }

    /// <summary>Plays the fault after the last byte. A complete or truncated body has none.</summary>
    private async Task PlayFaultAsync(CancellationToken cancellationToken)
    {
        if (_response.Delivery == SimulatedDelivery.Cut)
            throw new IOException("The response ended prematurely.");
        if (_response.Delivery != SimulatedDelivery.StalledInBody)
            return;
        // A reader that closes the stream stops waiting, as with a socket.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        await VirtualDelay.WaitForCancellationAsync(either.Token);
    }
}
