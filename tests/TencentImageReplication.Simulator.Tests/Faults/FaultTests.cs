using System.Net;
using System.Net.Sockets;
using System.Text;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Faults;

/// <summary>Faults as an <see cref="HttpClient"/> sees them.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly Simulation _simulation = new();
    private readonly HttpClient _client;

    public FaultTests() => _client = new HttpClient(new SimulatedCloudHandler(_simulation.Cloud)) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SyncAsync(HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default)
    {
        using var message = SyncImages();
        return await _client.SendAsync(message, completion, cancellationToken);
    }

    private HttpRequestMessage SyncImages()
    {
        var request = _simulation.Request(
            "SyncImages", new { ImageIds = new[] { SimulatedWorld.WebImageId }, DestinationRegions = new[] { "ap-shanghai" }, ImageSetRequired = true }, Simulation.Guangzhou);
        var message = new HttpRequestMessage(HttpMethod.Post, "https://cvm.tencentcloudapi.com/") { Content = new ByteArrayContent(request.Body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Header("Content-Type"));
        foreach (var name in new[] { "X-TC-Action", "X-TC-Version", "X-TC-Timestamp", "X-TC-Region" })
            message.Headers.TryAddWithoutValidation(name, request.Header(name));
        message.Headers.TryAddWithoutValidation("Authorization", TestSigner.Sign(request, _simulation.Signing()));
        return message;
    }

    private async Task<string?> CodeAsync()
    {
        using var response = await SyncAsync();
        return ResponseBody.Parse(await response.Content.ReadAsByteArrayAsync()).Code;
    }

    private void Strike(Fault fault) => _simulation.Cloud.Faults.Add(new FaultRule(fault));

    private void AssertActed(bool acted)
    {
        Assert.Equal(acted, _simulation.Cloud.Images().Any(image => image.CopiedFrom is not null));
        Assert.Equal(acted, Assert.Single(_simulation.Cloud.Calls).Acted);
    }

    [Theory]
    [InlineData(FaultKind.EmptyList, "[]")]
    [InlineData(FaultKind.NullList, "null")]
    public async Task A_list_is_empty_or_null_although_the_action_was_carried_out(FaultKind kind, string list)
    {
        Strike(new Fault(kind));

        using var response = await SyncAsync();

        Assert.Contains($"\"ImageSet\":{list},\"RequestId\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertActed(true);
    }

    [Fact]
    public async Task A_call_without_a_fault_succeeds()
    {
        using var response = await SyncAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(ResponseBody.Parse(await response.Content.ReadAsByteArrayAsync()).Code);
        AssertActed(true);
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, SocketError.ConnectionRefused, false)]
    [InlineData(FaultKind.ResetBeforeActing, SocketError.ConnectionReset, false)]
    [InlineData(FaultKind.ResetAfterActing, SocketError.ConnectionReset, true)]
    public async Task A_connection_that_breaks_is_the_exception_of_a_socket(FaultKind kind, SocketError error, bool acted)
    {
        Strike(new Fault(kind));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => SyncAsync());

        Assert.Equal(error, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        AssertActed(acted);
    }

    [Fact]
    public async Task A_cut_response_ends_in_an_exception()
    {
        Strike(new Fault(FaultKind.CutAnswer));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => SyncAsync());

        Assert.IsType<IOException>(exception.GetBaseException());
        AssertActed(true);
    }

    [Fact]
    public async Task A_truncated_response_ends_without_an_error()
    {
        Strike(new Fault(FaultKind.TruncatedAnswer));

        using var response = await SyncAsync();
        var text = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("{\"Response\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestId", text, StringComparison.Ordinal);
        AssertActed(true);
    }

    [Theory]
    [InlineData(FaultKind.StalledAnswer)]
    [InlineData(FaultKind.StalledBody)]
    public async Task A_stalled_response_ends_when_the_client_gives_up(FaultKind kind)
    {
        Strike(new Fault(kind));
        using var patience = new CancellationTokenSource();

        var pending = SyncAsync(cancellationToken: patience.Token);
        Assert.False(pending.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        AssertActed(true);
    }

    [Fact]
    public async Task A_stalled_body_comes_with_its_headers()
    {
        Strike(new Fault(FaultKind.StalledBody));
        using var response = await SyncAsync(HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[4096];

        var arrived = await stream.ReadAsync(buffer);
        var next = stream.ReadAsync(buffer).AsTask();

        Assert.Equal(response.Content.Headers.ContentLength / 2, arrived);
        Assert.False(next.IsCompleted);
        await stream.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(200)]
    public async Task A_proxy_returns_a_page(int status)
    {
        Strike(new Fault(FaultKind.ProxyPage) { StatusCode = status });

        using var response = await SyncAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        AssertActed(false);
    }

    [Theory]
    [InlineData(FaultKind.InternalErrorBeforeActing, null, "InternalError", false)]
    [InlineData(FaultKind.InternalErrorAfterActing, null, "InternalError", true)]
    [InlineData(FaultKind.InternalErrorAfterActing, "InternalError.TradeUnknownError", "InternalError.TradeUnknownError", true)]
    [InlineData(FaultKind.Throttled, null, "RequestLimitExceeded", false)]
    [InlineData(FaultKind.Throttled, "RequestLimitExceeded.UinLimitExceeded", "RequestLimitExceeded.UinLimitExceeded", false)]
    [InlineData(FaultKind.ErrorCode, "FailedOperation.InvalidImageState", "FailedOperation.InvalidImageState", false)]
    public async Task An_error_can_occur_before_or_after_the_action(FaultKind kind, string? given, string code, bool acted)
    {
        Strike(new Fault(kind) { ErrorCode = given });

        Assert.Equal(code, await CodeAsync());
        AssertActed(acted);
        Assert.Equal((code, kind), (_simulation.Cloud.Calls[0].Outcome, _simulation.Cloud.Calls[0].Fault));
    }

    [Fact]
    public async Task Latency_passes_in_virtual_time()
    {
        _simulation.Options.Latency = TimeSpan.FromSeconds(2);
        Strike(new Fault(FaultKind.Slow) { Latency = TimeSpan.FromSeconds(3), AnswerLatency = TimeSpan.FromSeconds(10) });

        var started = _simulation.Time.GetUtcNow();
        using var client = new HttpMessageInvoker(new SimulatedCloudHandler(_simulation.Cloud));
        using var message = SyncImages();

        using var response = await _simulation.Time.RunAsync(() => client.SendAsync(message, CancellationToken.None));

        Assert.Equal(started.AddSeconds(5), Assert.Single(_simulation.Cloud.Calls).Time);
        Assert.Equal(started.AddSeconds(15), _simulation.Time.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_call_that_is_given_up_on_its_way_is_not_carried_out()
    {
        _simulation.Options.Latency = TimeSpan.FromSeconds(2);
        using var patience = new CancellationTokenSource();
        var pending = SyncAsync(cancellationToken: patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Empty(_simulation.Cloud.Calls);
    }
}
