namespace TencentImageReplication.Core.Tests.Support;

/// <summary>A body that starts and then brings nothing more, deaf to cancellation as streams of the .NET Framework are.</summary>
internal sealed class StallingStream(byte[] start) : Stream
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _never = new();
    private int _position;

    /// <summary>Done when the reader waits for more.</summary>
    public Task Stalled => _stalled.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = Math.Min(buffer.Length, start.Length - _position);
        if (left == 0)
        {
            _stalled.TrySetResult();
            return new ValueTask<int>(_never.Task);
        }

        start.AsMemory(_position, left).CopyTo(buffer);
        _position += left;
        return new ValueTask<int>(left);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
