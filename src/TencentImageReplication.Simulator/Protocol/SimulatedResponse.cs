namespace TencentImageReplication.Simulator.Protocol;

/// <summary>A response of the simulated service and its delivery.</summary>
public sealed class SimulatedResponse
{
    internal SimulatedResponse(int statusCode, string contentType, byte[] body, SimulatedDelivery delivery)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
        Delivery = delivery;
    }

    /// <summary>The HTTP status: also 200 for errors of the service.</summary>
    public int StatusCode { get; }

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; }

    /// <summary>The complete body, even when the client receives only a part of it.</summary>
    public byte[] Body { get; }

    /// <summary>The delivery to the client.</summary>
    public SimulatedDelivery Delivery { get; }

    /// <summary>The number of bytes that the client receives.</summary>
    public int DeliveredLength => Delivery switch
    {
        SimulatedDelivery.Whole => Body.Length,
        SimulatedDelivery.Cut or SimulatedDelivery.Truncated or SimulatedDelivery.StalledInBody => Body.Length / 2,
        _ => 0,
    };

    internal SimulatedResponse DeliveredAs(SimulatedDelivery delivery) => new(StatusCode, ContentType, Body, delivery);
}
