using System.Text;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Transport;

/// <summary>Time stands still in these tests: whatever ends, ends because of the token.</summary>
public sealed class CancellationTests
{
    private static readonly SyncImagesRequest Copy = new() { ImageIds = ["img-1"], DestinationRegions = ["ap-shanghai"] };

    private readonly VirtualClock _clock = new();

    [Fact]
    public async Task Before_anything()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());

        await AssertCancelledAsync(
            _clock.Begin(() => Connections.Client(handler, _clock).DescribeZonesAsync("ap-guangzhou", new CancellationToken(true))));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task While_waiting_for_a_credential()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new DeafSource();
        var connection = Connections.To(
            StubHandler.Always(() => StubHandler.Ok()), _clock, credentials: source);
        var call = _clock.Begin(() => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", cancellation.Token));

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Fact]
    public async Task While_waiting_for_a_turn()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var client = Connections.Client(handler, _clock);
        await _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.SyncImagesAsync("ap-guangzhou", Copy, default))));
        var call = _clock.Begin(() => client.SyncImagesAsync("ap-guangzhou", Copy, cancellation.Token));

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
        Assert.Equal(10, handler.Sent.Count);
    }

    [Fact]
    public async Task While_sending_even_when_the_handler_does_not_listen()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new StubHandler((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = _clock.Begin(() => Connections.Client(handler, _clock).SyncImagesAsync("ap-guangzhou", Copy, cancellation.Token));
        Assert.Single(handler.Sent);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Fact]
    public async Task While_reading_even_when_the_body_does_not_listen()
    {
        using var cancellation = new CancellationTokenSource();
        using var body = new StallingStream(Encoding.UTF8.GetBytes("{"));
        var handler = StubHandler.Always(() => new HttpResponseMessage { Content = new StreamContent(body) });
        var call = _clock.Begin(() => Connections.Client(handler, _clock).DescribeZonesAsync("ap-guangzhou", cancellation.Token));
        Assert.True(body.Stalled.IsCompleted);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Theory]
    [InlineData("RequestLimitExceeded")]
    [InlineData("InternalError")]
    public async Task While_pausing_before_a_retry(string code)
    {
        using var cancellation = new CancellationTokenSource();
        var log = new LogRecorder();
        var handler = StubHandler.Always(() => StubHandler.Error(code));
        var connection = Connections.To(handler, _clock, log: log);
        var call = _clock.Begin(() => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", cancellation.Token));
        Assert.Contains(log.Entries, entry => entry.Contains("retrying", StringComparison.OrdinalIgnoreCase));

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task While_listing()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = StubHandler.Always(
            () => StubHandler.Ok("\"TotalCount\":500,\"ImageSet\":[{\"ImageId\":\"img-1\"},{\"ImageId\":\"img-2\"}]"));
        var client = Connections.Client(handler, _clock);

        await AssertCancelledAsync(_clock.Begin(async () =>
        {
            await foreach (var image in client.ListImagesAsync("ap-guangzhou", filters: null, cancellation.Token))
            {
                if (image.ImageId == "img-1")
                    cancellation.Cancel();
            }
        }));

        Assert.Single(handler.Sent);
    }

    private async Task AssertCancelledAsync(Task call)
    {
        _clock.Settle();
        Assert.True(call.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private sealed class DeafSource : ICredentialSource
    {
        public string Description => "nothing ever";

        public string? RateKey => null;

        public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) =>
            new(new TaskCompletionSource<TencentCredential>().Task);
    }
}
