using System.Net;
using System.Net.Http.Headers;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator;

/// <summary>The body of a response, which a fault can interrupt.</summary>
internal sealed class SimulatedContent : HttpContent
{
    private readonly SimulatedResponse _response;
    private readonly CancellationToken _sending;

    /// <param name="response">The response.</param>
    /// <param name="sending">
    /// Cancels the buffering on the .NET Framework, which passes no token to a content.
    /// </param>
    public SimulatedContent(SimulatedResponse response, CancellationToken sending)
    {
        _response = response;
        _sending = sending;
        Headers.ContentType = new MediaTypeHeaderValue(response.ContentType);
    }

    /// <summary>True when the client receives the whole body.</summary>
    public bool IsWhole => _response.Delivery == SimulatedDelivery.Whole;

    protected override bool TryComputeLength(out long length)
    {
        length = _response.Body.Length;
        // A proxy that truncates a response sends no length.
        return _response.Delivery != SimulatedDelivery.Truncated;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new SimulatedBodyStream(_response));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeAsync(stream, _sending);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeAsync(stream, cancellationToken);
#endif

    private async Task SerializeAsync(Stream stream, CancellationToken cancellationToken)
    {
        const int BufferSize = 81920;
        using var body = new SimulatedBodyStream(_response);
        await body.CopyToAsync(stream, BufferSize, cancellationToken);
    }
}
