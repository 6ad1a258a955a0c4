using System.Text;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan JustBefore = Deadline - TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_at_the_deadline()
    {
        var clock = new VirtualClock();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        // Deaf to cancellation, as connecting is on some platforms.
        var handler = new StubHandler((_, _) => never.Task);
        var call = Start(handler, clock);
        Assert.Single(handler.Sent);

        clock.Advance(JustBefore);
        Assert.False(call.IsCompleted);
        clock.Advance(Rest);

        await AssertTimedOutAsync(call);
    }

    [Fact]
    public async Task A_body_that_stalls_is_given_up_at_the_same_deadline()
    {
        var clock = new VirtualClock();
        using var body = new StallingStream(Encoding.UTF8.GetBytes("""{"Response":{"""));
        var headers = new TaskCompletionSource<HttpResponseMessage>();
        var handler = new StubHandler((_, _) => headers.Task);
        var call = Start(handler, clock);
        Assert.Single(handler.Sent);

        // The headers take half of the time, so the body has only the other half.
        clock.Advance(TimeSpan.FromSeconds(30));
        headers.SetResult(new HttpResponseMessage { Content = new StreamContent(body) });
        clock.Settle();
        Assert.True(body.Stalled.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(30) - Rest);
        Assert.False(call.IsCompleted);
        clock.Advance(Rest);

        await AssertTimedOutAsync(call);
    }

    [Fact]
    public async Task A_late_answer_to_a_call_that_was_given_up_is_disposed_of()
    {
        var clock = new VirtualClock();
        var late = new TaskCompletionSource<HttpResponseMessage>();
        var handler = new StubHandler((_, _) => late.Task);
        var call = Start(handler, clock);
        Assert.Single(handler.Sent);
        clock.Advance(Deadline);
        await AssertTimedOutAsync(call);

        var content = new WatchedContent();
        late.SetResult(new HttpResponseMessage { Content = content });

        clock.Settle();
        Assert.True(content.IsDisposed);
    }

    private static Task<DescribeZonesResponse> Start(StubHandler handler, VirtualClock clock) =>
        clock.Begin(() => new CvmClient(Connections.To(handler, clock, Deadline, maxAttempts: 1)).DescribeZonesAsync("ap-guangzhou", default));

    private static async Task AssertTimedOutAsync(Task call)
    {
        Assert.True(call.IsCompleted);
        var exception = await Assert.ThrowsAsync<TencentCloudException>(() => call);
        Assert.Equal(TencentCloudErrorKind.TimedOut, exception.Kind);
        Assert.Equal("ClientError.TimedOut", exception.Code);
        Assert.True(exception.MayHaveActed);
        Assert.Contains("cvm.tencentcloudapi.com", exception.Message, StringComparison.Ordinal);
        Assert.Contains("60 seconds", exception.Message, StringComparison.Ordinal);
    }

    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent()
            : base([])
        {
        }

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
