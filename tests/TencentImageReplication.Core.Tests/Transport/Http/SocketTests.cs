using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport.Http;

/// <summary>Requests over sockets of this machine. The clock stands still unless it is moved.</summary>
public sealed class SocketTests : IDisposable
{
    private static readonly byte[] Answer = LocalPort.Plain("""{"Response":{"ZoneSet":[],"RequestId":"r"}}""");
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly LocalPort _port = new();
    private readonly SocketsHttpHandler _handler = new();
    private readonly CancellationTokenSource _cancellation = new();

    [Fact]
    public async Task Cancelling_ends_a_call_while_no_answer_comes()
    {
        var call = CallAsync();
        using var request = await _port.TakeAsync();

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Cancelling_ends_a_call_while_the_answer_stalls()
    {
        var call = CallAsync();
        using var request = await _port.TakeAsync();
        await request.Stream.WriteAsync(Answer.AsMemory(0, Answer.Length - 1));

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Cancelling_ends_a_call_while_there_is_no_connection()
    {
        var connecting = new TaskCompletionSource();
        _handler.ConnectCallback = (_, _) =>
        {
            connecting.SetResult();
            return new ValueTask<Stream>(new TaskCompletionSource<Stream>().Task);
        };
        var call = CallAsync();
        await connecting.Task;

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_deadline_ends_a_call()
    {
        var clock = new VirtualClock();
        var call = new CvmClient(Connections.To(_handler, clock, Deadline, maxAttempts: 1, endpoints: Endpoints))
            .DescribeZonesAsync("ap-guangzhou", default);
        using var request = await _port.TakeAsync();

        clock.Advance(Deadline);

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => call);
        Assert.Equal(TencentCloudErrorKind.TimedOut, failure.Kind);
        Assert.True(failure.MayHaveActed);
    }

    public void Dispose()
    {
        _port.Dispose();
        _handler.Dispose();
        _cancellation.Dispose();
    }

    private EndpointResolver Endpoints => new(TencentCloudSite.China, _port.Address);

    private Task<DescribeZonesResponse> CallAsync() => new CvmClient(Connections.To(_handler, new VirtualClock(), maxAttempts: 1, endpoints: Endpoints))
        .DescribeZonesAsync("ap-guangzhou", _cancellation.Token);
}
