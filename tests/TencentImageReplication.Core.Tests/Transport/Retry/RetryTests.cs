using System.Net;
using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport.Retry;

public sealed class RetryTests
{
    private static readonly SyncImagesRequest Copy =
        new() { ImageIds = ["img-1"], DestinationRegions = ["ap-shanghai"], ImageSetRequired = true };

    /// <summary>Failures after which nobody knows whether the call has acted.</summary>
    public static TheoryData<string> UncertainFailures =>
        ["lost", "html", "cut", "502", "InternalError", "InternalServerError", "InternalError.TradeUnknownError"];

    /// <summary>Failures that come again, or must be dealt with elsewhere.</summary>
    public static TheoryData<string> FinalFailures =>
        ["AuthFailure.SignatureExpire", "AuthFailure.SecretIdNotFound", "UnauthorizedOperation",
         "InvalidImageId.NotFound", "FailedOperation.InvalidImageState", "202", "204", "302", "401", "403", "404", "407"];

    [Theory]
    [InlineData("RequestLimitExceeded")]
    [InlineData("RequestLimitExceeded.UinLimitExceeded")]
    [InlineData("429")]
    [InlineData("refused")]
    public async Task What_has_certainly_not_acted_is_repeated_even_for_SyncImages(string failure)
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(() => Fail(failure), () => Fail(failure), () => StubHandler.Ok());

        var response = await clock.RunAsync(() => Connections.Client(handler, clock).SyncImagesAsync("ap-guangzhou", Copy, default));

        Assert.Equal("req-1", response.RequestId);
        Assert.Equal(3, handler.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(UncertainFailures))]
    public async Task SyncImages_is_never_repeated_after_an_uncertain_failure(string failure)
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(() => Fail(failure));

        var exception = await clock.FailAsync(() => Connections.Client(handler, clock).SyncImagesAsync("ap-guangzhou", Copy, default));

        Assert.Single(handler.Sent);
        Assert.True(exception.MayHaveActed);
    }

    [Theory]
    [MemberData(nameof(UncertainFailures))]
    public async Task RunInstances_is_repeated_after_an_uncertain_failure_only_with_a_client_token(string failure)
    {
        var clock = new VirtualClock();
        var without = new StubHandler(() => Fail(failure));
        var with = new StubHandler(() => Fail(failure), () => StubHandler.Ok("\"InstanceIdSet\":[\"ins-1\"]"));

        var exception = await clock.FailAsync(() => Connections.Client(without, clock).RunInstancesAsync(
            "ap-guangzhou", new RunInstancesRequest { ImageId = "img-1" }, default));
        var response = await clock.RunAsync(() => Connections.Client(with, clock).RunInstancesAsync(
            "ap-guangzhou", new RunInstancesRequest { ImageId = "img-1", ClientToken = "t-1" }, default));

        Assert.True(exception.MayHaveActed);
        Assert.Single(without.Sent);
        Assert.Equal(["ins-1"], response.InstanceIdSet);
        Assert.Equal(["t-1", "t-1"], with.Sent.Select(s => s.Json["ClientToken"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(UncertainFailures))]
    public async Task Reads_are_repeated_after_an_uncertain_failure(string failure)
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(() => Fail(failure), () => StubHandler.Ok());

        await clock.RunAsync(() => Connections.Client(handler, clock).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(2, handler.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(FinalFailures))]
    public async Task Final_failures_are_not_repeated(string failure)
    {
        var clock = new VirtualClock();
        var reads = new StubHandler(() => Fail(failure));
        var copies = new StubHandler(() => Fail(failure));

        await clock.FailAsync(() => Connections.Client(reads, clock).DescribeZonesAsync("ap-guangzhou", default));
        await clock.FailAsync(() => Connections.Client(copies, clock).SyncImagesAsync("ap-guangzhou", Copy, default));

        Assert.Single(reads.Sent);
        Assert.Single(copies.Sent);
    }

    [Fact]
    public async Task A_time_out_of_a_read_is_repeated()
    {
        var clock = new VirtualClock();
        var attempts = 0;
        var handler = new StubHandler(async (_, token) =>
        {
            if (Interlocked.Increment(ref attempts) == 1)
                await Task.Delay(Timeout.Infinite, token);
            return StubHandler.Ok();
        });
        var connection = Connections.To(handler, clock, deadline: TimeSpan.FromDays(1));

        await clock.RunAsync(() => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(2, handler.Sent.Count);
        Assert.InRange(clock.Elapsed, TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Attempts_are_bounded_and_their_pauses_grow()
    {
        var clock = new VirtualClock();
        var times = new List<DateTimeOffset>();
        var handler = new StubHandler((_, _) =>
        {
            times.Add(clock.GetUtcNow());
            return Task.FromResult(StubHandler.Error("InternalError"));
        });
        var connection = Connections.To(handler, clock, maxAttempts: 6);

        var exception = await clock.FailAsync(() => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(TencentCloudErrorKind.InternalError, exception.Kind);
        Assert.Equal(6, times.Count);
        // The pauses are drawn: in sum about 1 + 2 + 4 + 8 + 16 seconds.
        Assert.True(times[^1] - times[0] > TimeSpan.FromSeconds(5), $"{times[^1] - times[0]}");
    }

    [Theory]
    [InlineData(0, "500 1000 2000 4000 8000 10000")]
    [InlineData(0.5, "750 1500 3000 6000 12000 15000")]
    [InlineData(1, "1000 2000 4000 8000 16000 20000")]
    public async Task Half_of_a_pause_is_drawn(double drawn, string milliseconds)
    {
        var clock = new VirtualClock();
        var log = new LogRecorder();
        var handler = StubHandler.Always(() => StubHandler.Error("InternalError"));

        await clock.FailAsync(() => new CvmClient(Connections.To(handler, clock, maxAttempts: 7, log: log, jitter: () => drawn))
            .DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(milliseconds, string.Join(' ', Pauses(log)));
    }

    [Theory]
    [InlineData("7", "7000")]
    [InlineData("0", "1000")]
    [InlineData("Mon, 23 Nov 2026 16:00:30 GMT", "30000")]
    [InlineData("Mon, 23 Nov 2026 15:00:00 GMT", "1000")]
    [InlineData("3600", "60000")]
    [InlineData("soon", "1000")]
    public async Task A_gateway_says_how_long_to_wait(string retryAfter, string milliseconds)
    {
        foreach (var status in new[] { HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable })
        {
            var clock = new VirtualClock();
            var log = new LogRecorder();
            var handler = new StubHandler(
                () =>
                {
                    var answer = StubHandler.Json("<html>", status);
                    answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
                    return answer;
                },
                () => StubHandler.Ok());

            await clock.RunAsync(() => new CvmClient(Connections.To(handler, clock, log: log, jitter: () => 1))
                .DescribeZonesAsync("ap-guangzhou", default));

            Assert.Equal([milliseconds], Pauses(log));
        }
    }

    [Fact]
    public async Task A_single_attempt_is_a_setting()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(() => StubHandler.Error("InternalError"));
        var connection = Connections.To(handler, clock, maxAttempts: 1);

        await Assert.ThrowsAsync<TencentCloudException>(
            () => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Every_attempt_is_signed_anew()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(
            () =>
            {
                // The pause is drawn and may be short: the stamp has whole seconds.
                clock.Advance(TimeSpan.FromSeconds(2));
                return StubHandler.Error("RequestLimitExceeded");
            },
            () => StubHandler.Ok());

        await clock.RunAsync(() => Connections.Client(handler, clock).DescribeZonesAsync("ap-guangzhou", default));

        var sent = handler.Sent.ToList();
        Assert.NotEqual(sent[0].Headers["X-TC-Timestamp"], sent[1].Headers["X-TC-Timestamp"]);
        Assert.NotEqual(sent[0].Headers["Authorization"], sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task What_an_earlier_attempt_may_have_done_is_not_forgotten()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(() => Fail("lost"), () => StubHandler.Error("InvalidParameter"));
        var request = new RunInstancesRequest { ImageId = "img-1", ClientToken = "t-1" };

        var exception = await clock.FailAsync(() => Connections.Client(handler, clock).RunInstancesAsync("ap-guangzhou", request, default));

        Assert.Equal("InvalidParameter", exception.Code);
        Assert.Equal("req-e", exception.RequestId);
        Assert.True(exception.MayHaveActed);
    }

    [Fact]
    public async Task A_dead_service_is_not_hammered_once_the_budget_is_spent()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Error("InternalError")));
        var connection = Connections.To(handler, clock);
        var client = new CvmClient(connection);

        for (var call = 0; call < 40; call++)
            await clock.FailAsync(() => client.DescribeZonesAsync("ap-guangzhou", default));

        // 500 in the budget, 5 for each repeat; 40 calls would repeat 120 times.
        Assert.Equal(40 + 100, handler.Sent.Count);
        Assert.Equal(0, connection.Budgets.For("ap-guangzhou", "DescribeZones").Left);
    }

    [Fact]
    public async Task A_dead_region_uses_up_no_retries_of_other_regions_and_actions()
    {
        var clock = new VirtualClock();
        var isUp = new Dictionary<string, int>();
        var handler = new StubHandler((request, _) =>
        {
            var call = $"{request.Headers["X-TC-Region"]} {request.Action}";
            isUp[call] = isUp.GetValueOrDefault(call) + 1;
            return Task.FromResult(
                call == "ap-dead DescribeZones" || isUp[call] % 2 == 1 ? StubHandler.Error("InternalError") : StubHandler.Ok());
        });
        var connection = Connections.To(handler, clock);
        var client = new CvmClient(connection);
        for (var call = 0; call < 40; call++)
            await clock.FailAsync(() => client.DescribeZonesAsync("ap-dead", default));
        Assert.Equal(0, connection.Budgets.For("ap-dead", "DescribeZones").Left);

        await clock.RunAsync(() => client.DescribeZonesAsync("ap-good", default));
        await clock.RunAsync(() => client.DescribeImageQuotaAsync("ap-dead", default));
    }

    [Fact]
    public async Task A_success_pays_back_what_its_repeat_cost()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(
            () => Fail("lost"), () => Fail("lost"), () => StubHandler.Ok(), () => StubHandler.Ok());
        var connection = Connections.To(handler, clock);
        var client = new CvmClient(connection);
        var budget = connection.Budgets.For("ap-guangzhou", "DescribeZones");
        var full = budget.Left;

        await clock.RunAsync(() => client.DescribeZonesAsync("ap-guangzhou", default));
        Assert.Equal(full - 5, budget.Left);

        await clock.RunAsync(() => client.DescribeZonesAsync("ap-guangzhou", default));
        Assert.Equal(full - 4, budget.Left);
    }

    [Fact]
    public async Task Throttling_of_a_minute_is_waited_out_with_a_verbose_line_for_each_pause()
    {
        var clock = new VirtualClock();
        var log = new LogRecorder();
        var handler = new StubHandler((_, _) => Task.FromResult(
            clock.GetUtcNow() < VirtualClock.Start.AddSeconds(60) ? StubHandler.Error("RequestLimitExceeded.UinLimitExceeded") : StubHandler.Ok()));
        var connection = Connections.To(handler, clock, log: log, jitter: () => 1);

        await clock.RunAsync(() => new CvmClient(connection).SyncImagesAsync("ap-guangzhou", Copy, default));

        // 1 + 2 + 4 + 8 + 16 + 20 + 20 seconds.
        Assert.InRange(clock.GetUtcNow() - VirtualClock.Start, TimeSpan.FromSeconds(71), TimeSpan.FromSeconds(73));
        var lines = log.Entries.Where(entry => entry.StartsWith("Information: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, lines.Count);
        Assert.Contains(
            "SyncImages in ap-guangzhou: Tencent Cloud limits the request rate. Retrying in 4 seconds (7 of at most 300 seconds for this request).",
            lines[2], StringComparison.Ordinal);
        Assert.Equal(500, connection.Budgets.For("ap-guangzhou", "SyncImages").Left);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(300)]
    public async Task Throttling_that_does_not_end_fails_at_the_limit(int seconds)
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Error("RequestLimitExceeded"));
        var connection = Connections.To(handler, clock, maxThrottleWait: TimeSpan.FromSeconds(seconds));

        var exception = await clock.FailAsync(() => new CvmClient(connection).SyncImagesAsync("ap-guangzhou", Copy, default));

        Assert.Equal(TencentCloudErrorKind.Throttled, exception.Kind);
        Assert.False(exception.MayHaveActed);
        Assert.InRange(clock.GetUtcNow() - VirtualClock.Start, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 3));
    }

    [Theory]
    [InlineData("45", 45)]
    [InlineData("90", 90)]
    [InlineData("3600", 300)]
    [InlineData("Mon, 23 Nov 2026 16:02:00 GMT", 120)]
    public async Task A_gateway_that_throttles_says_how_long_to_wait(string retryAfter, int seconds)
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(
            () =>
            {
                var response = StubHandler.Json("<html>", HttpStatusCode.TooManyRequests);
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
                return response;
            },
            () => StubHandler.Ok());

        await clock.RunAsync(() => new CvmClient(Connections.To(handler, clock)).DescribeZonesAsync("ap-guangzhou", default));

        Assert.InRange(clock.GetUtcNow() - VirtualClock.Start, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 2));
    }

    [Fact]
    public async Task A_date_to_wait_for_is_compared_with_the_date_of_the_response_and_not_with_the_clock_of_this_machine()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(
            () =>
            {
                var response = StubHandler.Error("RequestLimitExceeded");
                response.Headers.TryAddWithoutValidation("Date", "Mon, 23 Nov 2026 10:00:00 GMT");
                response.Headers.TryAddWithoutValidation("Retry-After", "Mon, 23 Nov 2026 10:00:30 GMT");
                return response;
            },
            () => StubHandler.Ok());

        await clock.RunAsync(() => new CvmClient(Connections.To(handler, clock)).DescribeZonesAsync("ap-guangzhou", default));

        Assert.InRange(clock.GetUtcNow() - VirtualClock.Start, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Throttled_attempts_do_not_count_as_failures()
    {
        var clock = new VirtualClock();
        var handler = new StubHandler(
            () => StubHandler.Error("RequestLimitExceeded"), () => StubHandler.Error("InternalError"), () => StubHandler.Error("RequestLimitExceeded"),
            () => StubHandler.Error("InternalError"), () => StubHandler.Error("RequestLimitExceeded"), () => StubHandler.Ok());

        await clock.RunAsync(() => new CvmClient(Connections.To(handler, clock, maxAttempts: 3)).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(6, handler.Sent.Count);
    }

    private static IEnumerable<string> Pauses(LogRecorder log) => log.Entries
        .Select(entry => Regex.Match(entry, "retrying in ([0-9]+) ms").Groups[1].Value)
        .Where(milliseconds => milliseconds.Length > 0);

    private static HttpResponseMessage Fail(string failure) => failure switch
    {
        "lost" => throw new HttpRequestException("lost"),
        "refused" => throw new HttpRequestException(
            "refused", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused)),
        "html" => StubHandler.Json("<html>"),
        "cut" => StubHandler.Json("""{"Response":{"Imag"""),
        _ when int.TryParse(failure, out var status) => StubHandler.Json("<html>", (HttpStatusCode)status),
        _ => StubHandler.Error(failure),
    };
}
