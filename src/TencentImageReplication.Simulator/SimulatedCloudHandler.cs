using System.Net;
using System.Net.Sockets;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator;

/// <summary>
/// Connects an <c>HttpClient</c> in the same process to a simulated cloud. The client sees the same as over the network,
/// including the faults of the transport.
/// </summary>
public sealed class SimulatedCloudHandler : HttpMessageHandler
{
    private readonly SimulatedCloud _cloud;

    /// <param name="cloud">The cloud.</param>
    public SimulatedCloudHandler(SimulatedCloud cloud) => _cloud = cloud;

    /// <summary>The cloud.</summary>
    public SimulatedCloud Cloud => _cloud;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var response = await _cloud.HandleAsync(await ReadAsync(request), cancellationToken);
        switch (response.Delivery)
        {
            case SimulatedDelivery.ConnectionRefused:
                throw ConnectionFailure(SocketError.ConnectionRefused);
            case SimulatedDelivery.ConnectionReset:
                throw ConnectionFailure(SocketError.ConnectionReset);
            case SimulatedDelivery.StalledBeforeHeaders:
                await VirtualDelay.WaitForCancellationAsync(cancellationToken);
                break;
        }
        return new HttpResponseMessage((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = new SimulatedContent(response, cancellationToken) };
    }

    private static async Task<SimulatedRequest> ReadAsync(HttpRequestMessage request)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var headers = request.Headers.AsEnumerable();
        if (request.Content is not null)
            headers = headers.Concat(request.Content.Headers);
        var flat = headers
            .Where(header => !string.Equals(header.Key, "Host", StringComparison.OrdinalIgnoreCase))
            .Select(header => new KeyValuePair<string, string>(header.Key, string.Join(",", header.Value)))
            .Append(new KeyValuePair<string, string>("Host", request.Headers.Host ?? uri.Authority));
        return new SimulatedRequest(request.Method.Method, uri.PathAndQuery, flat, body);
    }

    /// <summary>Returns the exception that a real connection throws.</summary>
    private static HttpRequestException ConnectionFailure(SocketError error)
    {
        var cause = new SocketException((int)error);
#if NET
        return error == SocketError.ConnectionRefused
            ? new HttpRequestException(HttpRequestError.ConnectionError, cause.Message, cause)
            : new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException(cause.Message, cause));
#else
        return new HttpRequestException("An error occurred while sending the request.", new IOException(cause.Message, cause));
#endif
    }
}
