using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator;

/// <summary>The bytes of a body as they arrive: all of them, or a half and then a break, an end or nothing.</summary>
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
        var arrived = await ArriveAsync(count, cancellationToken).ConfigureAwait(false);
        Array.Copy(_response.Body, _position - arrived, buffer, offset, arrived);
        return arrived;
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var arrived = await ArriveAsync(buffer.Length, cancellationToken).ConfigureAwait(false);
        _response.Body.AsSpan(_position - arrived, arrived).CopyTo(buffer.Span);
        return arrived;
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

    /// <summary>Moves past the bytes that arrive next, and says how many they are.</summary>
    private async ValueTask<int> ArriveAsync(int wanted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var arrived = Math.Min(wanted, _response.DeliveredLength - _position);
        if (arrived == 0 && wanted > 0)
            await BreakAsync(cancellationToken).ConfigureAwait(false);
        _position += arrived;
        return arrived;
    }

    /// <summary>What happens where the bytes that arrive come to an end. A whole or truncated body just ends.</summary>
    private async Task BreakAsync(CancellationToken cancellationToken)
    {
        if (_response.Delivery == SimulatedDelivery.Cut)
            throw new IOException("The response ended prematurely.");
        if (_response.Delivery != SimulatedDelivery.StalledInBody)
            return;
        // Whoever closes the stream stops waiting for it, as with a socket.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        await VirtualDelay.WaitForCancellationAsync(either.Token).ConfigureAwait(false);
    }
}
