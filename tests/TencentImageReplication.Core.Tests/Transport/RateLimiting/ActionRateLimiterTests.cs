using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Tests.Transport.RateLimiting;

public sealed class ActionRateLimiterTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1045);

    private static readonly SyncImagesRequest Copy = new() { ImageIds = ["img-1"], DestinationRegions = ["ap-shanghai"] };

    [Fact]
    public void Twenty_five_copies_start_ten_at_a_time_over_all_connections_and_regions_of_a_key()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var limiters = new ActionRateLimiters(clock);
        var one = new CvmClient(Connections.To(handler, clock, limiters: limiters));
        var other = new CvmClient(Connections.To(handler, clock, limiters: limiters));

        var calls = clock.Begin(() => Task.WhenAll(Enumerable.Range(0, 25)
            .Select(i => (i % 2 == 0 ? one : other).SyncImagesAsync(i % 3 == 0 ? "ap-guangzhou" : "ap-beijing", Copy, default))));

        AssertStarts(clock, handler, 10, 20, 25);
        Assert.True(calls.IsCompletedSuccessfully);
    }

    [Fact]
    public void Another_action_another_key_and_another_host_have_limits_of_their_own()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var limiters = new ActionRateLimiters(clock);
        var same = new CvmClient(Connections.To(handler, clock, limiters: limiters));
        var key = new StaticCredentialSource(new TencentCredential("AKIDother", "key"), "a test");
        var otherKey = new CvmClient(Connections.To(handler, clock, credentials: key, limiters: limiters));
        var otherHost = new CvmClient(
            Connections.To(handler, clock, endpoints: new EndpointResolver(TencentCloudSite.International), limiters: limiters));

        // 10 of each at once, 40 in all, without any time passing.
        var calls = clock.Begin(() => Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => new Task[]
        {
            same.SyncImagesAsync("ap-guangzhou", Copy, default),
            same.DescribeImageQuotaAsync("ap-guangzhou", default),
            otherKey.SyncImagesAsync("ap-guangzhou", Copy, default),
            otherHost.SyncImagesAsync("ap-guangzhou", Copy, default),
        })));

        Assert.True(calls.IsCompletedSuccessfully);
        Assert.Equal(40, handler.Sent.Count);
    }

    [Fact]
    public void Repeats_wait_their_turn_too()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Error("RequestLimitExceeded"));
        var client = new CvmClient(Connections.To(handler, clock, maxThrottleWait: TimeSpan.FromSeconds(0.5)));

        var calls = Enumerable.Range(0, 10).Select(_ => clock.Begin(() => client.SyncImagesAsync("ap-guangzhou", Copy, default))).ToList();
        Assert.Equal(10, handler.Sent.Count);
        clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        Assert.Equal(10, handler.Sent.Count);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(20, handler.Sent.Count);
        Assert.All(calls, call => Assert.IsType<TencentCloudException>(call.Exception!.InnerException));
    }

    [Fact]
    public void The_credential_is_asked_for_again_after_waiting()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var source = new ChangingSource();
        var client = new CvmClient(Connections.To(handler, clock, credentials: source));
        var calls = clock.Begin(() => Task.WhenAll(Enumerable.Range(0, 11).Select(_ => client.SyncImagesAsync("ap-guangzhou", Copy, default))));
        Assert.Equal(10, handler.Sent.Count);

        source.Token = "second";
        clock.Advance(Window);
        Assert.True(calls.IsCompletedSuccessfully);

        Assert.Equal("second", handler.Sent.Last().Headers["X-TC-Token"]);
        Assert.All(handler.Sent.Take(10), sent => Assert.Equal("first", sent.Headers["X-TC-Token"]));
    }

    [Fact]
    public async Task Limiters_of_keys_that_are_no_longer_used_are_dropped()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var limiters = new ActionRateLimiters(clock);
        for (var key = 0; key < 256; key++)
            await CallAsync($"AKIDold{key}");
        Assert.Equal(256, limiters.Count);

        clock.Advance(TimeSpan.FromMinutes(2));
        await CallAsync("AKIDnew");

        Assert.Equal(1, limiters.Count);

        Task CallAsync(string secretId)
        {
            var source = new StaticCredentialSource(new TencentCredential(secretId, "key"), "a test");
            return new CvmClient(Connections.To(handler, clock, credentials: source, limiters: limiters)).DescribeZonesAsync("ap-guangzhou", default);
        }
    }

    private static void AssertStarts(VirtualClock clock, StubHandler handler, params int[] totals)
    {
        foreach (var total in totals)
        {
            Assert.Equal(total, handler.Sent.Count);
            clock.Advance(Window - TimeSpan.FromMilliseconds(1));
            Assert.Equal(total, handler.Sent.Count);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    private sealed class ChangingSource : ICredentialSource
    {
        public string Token { get; set; } = "first";

        public string Description => "a test";

        public string? RateKey => null;

        public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) =>
            new(new TencentCredential("AKIDsame", "key", Token));
    }
}
