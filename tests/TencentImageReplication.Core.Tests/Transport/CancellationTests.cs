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

    [Fact]
    public async Task Before_anything()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());

        await AssertCancelledAsync(
            Connections.Client(handler, Clock.Create()).DescribeZonesAsync("ap-guangzhou", new CancellationToken(true)));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task While_waiting_for_a_credential()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new DeafSource();
        var connection = Connections.To(
            StubHandler.Always(() => StubHandler.Ok()), Clock.Create(), credentials: source);
        var call = new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", cancellation.Token);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Fact]
    public async Task While_waiting_for_a_turn()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var client = Connections.Client(handler, Clock.Create());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.SyncImagesAsync("ap-guangzhou", Copy, default)));
        var call = client.SyncImagesAsync("ap-guangzhou", Copy, cancellation.Token);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
        Assert.Equal(10, handler.Sent.Count);
    }

    [Fact]
    public async Task While_sending_even_when_the_handler_does_not_listen()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new StubHandler((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = Connections.Client(handler, Clock.Create()).SyncImagesAsync("ap-guangzhou", Copy, cancellation.Token);
        await Clock.UntilAsync(() => !handler.Sent.IsEmpty);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Fact]
    public async Task While_reading_even_when_the_body_does_not_listen()
    {
        using var cancellation = new CancellationTokenSource();
        using var body = new StallingStream(Encoding.UTF8.GetBytes("{"));
        var handler = StubHandler.Always(() => new HttpResponseMessage { Content = new StreamContent(body) });
        var call = Connections.Client(handler, Clock.Create()).DescribeZonesAsync("ap-guangzhou", cancellation.Token);
        await Clock.UntilAsync(() => body.Stalled.IsCompleted);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(call);
    }

    [Fact]
    public async Task While_pausing_before_a_repeat()
    {
        using var cancellation = new CancellationTokenSource();
        var log = new LogRecorder();
        var handler = StubHandler.Always(() => StubHandler.Error("RequestLimitExceeded"));
        var connection = Connections.To(handler, Clock.Create(), log: log);
        var call = new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", cancellation.Token);
        await Clock.UntilAsync(() => log.Entries.Any(e => e.Contains("retrying", StringComparison.Ordinal)));

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
        var client = Connections.Client(handler, Clock.Create());

        await AssertCancelledAsync(Task.Run(async () =>
        {
            await foreach (var image in client.ListImagesAsync("ap-guangzhou", null, cancellation.Token))
            {
                if (image.ImageId == "img-1")
                    await cancellation.CancelAsync();
            }
        }));

        Assert.Single(handler.Sent);
    }

    private static async Task AssertCancelledAsync(Task call)
    {
        await Clock.UntilAsync(() => call.IsCompleted);
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
