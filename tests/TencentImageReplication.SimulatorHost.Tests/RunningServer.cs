using System.Net;
using System.Text;
using System.Text.Json;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>A server in this process on a free port, and a plain client for it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly HttpClient _client;

    private RunningServer(SimulatorServer server)
    {
        Server = server;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Endpoint };
    }

    public SimulatorServer Server { get; }

    public static async Task<RunningServer> StartAsync(HostSettings? settings = null, TimeProvider? timeProvider = null) =>
        new(await SimulatorServer.StartAsync((settings ?? new HostSettings()) with { Urls = "http://127.0.0.1:0" }, timeProvider ?? TimeProvider.System));

    /// <summary>Makes an unsigned call, which the service refuses over the network.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        message.Headers.Add("X-TC-Action", "DescribeRegions");
        return _client.SendAsync(message, completion, cancellationToken);
    }

    public async Task<JsonElement> StateAsync()
    {
        using var response = await _client.GetAsync(StateDocument.Path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public Task<HttpResponseMessage> PostStateAsync() => _client.PostAsync(StateDocument.Path, null);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
    }
}
