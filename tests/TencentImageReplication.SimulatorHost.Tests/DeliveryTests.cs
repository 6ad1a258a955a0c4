using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>Faults as a client on a real connection sees them.</summary>
public class DeliveryTests
{
    private static Task<RunningServer> StartAsync(FaultKind kind) => RunningServer.StartAsync(new HostSettings { Faults = [kind], FaultRate = 1 });

    [Theory]
    [InlineData(FaultKind.ConnectionRefused)]
    [InlineData(FaultKind.ResetBeforeActing)]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.CutAnswer)]
    public async Task A_connection_really_breaks(FaultKind kind)
    {
        await using var running = await StartAsync(kind);

        await Assert.ThrowsAsync<HttpRequestException>(() => running.CallAsync());

        Assert.Equal(kind, Assert.Single(running.Server.Cloud.Calls).Fault);
    }

    [Fact]
    public async Task A_truncated_response_looks_complete()
    {
        await using var running = await StartAsync(FaultKind.TruncatedAnswer);

        using var response = await running.CallAsync();

        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("{\"Response\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestId", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_page_comes_with_its_status()
    {
        await using var running = await StartAsync(FaultKind.ProxyPage);

        using var response = await running.CallAsync();

        Assert.Equal((502, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_stalled_body_brings_its_headers_and_ends_when_the_server_stops()
    {
        await using var running = await StartAsync(FaultKind.StalledBody);
        using var response = await running.CallAsync(HttpCompletionOption.ResponseHeadersRead);
        var reading = response.Content.ReadAsStringAsync();
        Assert.False(reading.IsCompleted);

        await running.Server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => reading);
    }

    [Fact]
    public async Task A_stalled_response_ends_when_the_client_gives_up()
    {
        await using var running = await StartAsync(FaultKind.StalledAnswer);
        using var patience = new CancellationTokenSource();
        var pending = running.CallAsync(cancellationToken: patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }
}
