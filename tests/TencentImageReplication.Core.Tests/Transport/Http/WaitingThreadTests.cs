using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport.Http;

/// <summary>Requests that the calling thread sends itself, over sockets of this machine. The clock stands still unless it is moved.</summary>
public sealed class WaitingThreadTests : IDisposable
{
    private static readonly byte[] Answer = LocalPort.Plain("""{"Response":{"ZoneSet":[],"RequestId":"r"}}""");

    private readonly LocalPort _port = new();
    private readonly SocketsHttpHandler _handler = new();
    private readonly CancellationTokenSource _cancellation = new();

    [Fact]
    public async Task The_answer_is_there_when_the_thread_is_back()
    {
        var served = Task.Run(() => _port.AnswerAsync(Answer));

        var call = WaitingThread.Begin(() => Client().DescribeZonesAsync("ap-guangzhou", default));

        Assert.True(call.IsCompletedSuccessfully);
        await served;
    }

    [Fact]
    public async Task One_request_is_sent_so_and_those_beside_it_are_not_waited_for()
    {
        var client = Client();
        var served = Task.Run(() => _port.AnswerAsync(Answer));

        var calls = new List<Task<DescribeZonesResponse>>();
        var rest = WaitingThread.Begin(() =>
        {
            for (var call = 0; call < 3; call++)
                calls.Add(client.DescribeZonesAsync("ap-guangzhou", default));
            return Task.WhenAll(calls);
        });

        Assert.Equal([true, false, false], calls.Select(call => call.IsCompleted));
        await served;
        await _port.AnswerAsync(Answer);
        await _port.AnswerAsync(Answer);
        await rest;
    }

    [Fact]
    public async Task An_offer_that_was_not_taken_up_is_over()
    {
        await WaitingThread.Begin(() => Task.CompletedTask);

        var call = Client().DescribeZonesAsync("ap-guangzhou", default);

        Assert.False(call.IsCompleted);
        await _port.AnswerAsync(Answer);
        await call;
    }

    [Fact]
    public async Task Cancelling_ends_it_while_no_answer_comes()
    {
        var call = OnAThreadOfItsOwn(Client());
        using var request = await _port.TakeAsync();

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Cancelling_ends_it_while_the_answer_stalls()
    {
        var call = OnAThreadOfItsOwn(Client());
        using var request = await _port.TakeAsync();
        await request.Stream.WriteAsync(Answer.AsMemory(0, Answer.Length - 1));

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Cancelling_ends_it_while_there_is_no_connection()
    {
        var connecting = new TaskCompletionSource();
        _handler.ConnectCallback = (_, _) =>
        {
            connecting.SetResult();
            return new ValueTask<Stream>(new TaskCompletionSource<Stream>().Task);
        };
        var call = OnAThreadOfItsOwn(Client());
        await connecting.Task;

        await _cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_deadline_ends_it()
    {
        var clock = Clock.Create();
        var call = OnAThreadOfItsOwn(new CvmClient(Connections.To(
            _handler, clock, deadline: TimeSpan.FromSeconds(60), maxAttempts: 1, endpoints: Endpoints)));
        using var request = await _port.TakeAsync();

        clock.Advance(TimeSpan.FromSeconds(60));

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => call);
        Assert.Equal(TencentCloudErrorKind.TimedOut, failure.Kind);
        Assert.True(failure.MayHaveActed);
    }

    [Fact]
    public async Task What_knows_one_way_of_sending_only_is_asked_in_that_way()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok("\"ZoneSet\":[]"));

        await WaitingThread.Begin(() => Connections.Client(handler, Clock.Create()).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Single(handler.Sent);
    }

    public void Dispose()
    {
        _port.Dispose();
        _handler.Dispose();
        _cancellation.Dispose();
    }

    private EndpointResolver Endpoints => new(TencentCloudSite.China, _port.Address);

    private CvmClient Client() => new(Connections.To(_handler, Clock.Create(), maxAttempts: 1, endpoints: Endpoints));

    private Task OnAThreadOfItsOwn(CvmClient client) => Task.Factory.StartNew(
        () => WaitingThread.Begin(() => client.DescribeZonesAsync("ap-guangzhou", _cancellation.Token)),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
