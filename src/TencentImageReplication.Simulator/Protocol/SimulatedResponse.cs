namespace TencentImageReplication.Simulator.Protocol;

/// <summary>An answer of the simulated service, and how it is to be delivered.</summary>
public sealed class SimulatedResponse
{
    internal SimulatedResponse(int statusCode, string contentType, byte[] body, SimulatedDelivery delivery)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
        Delivery = delivery;
    }

    /// <summary>The HTTP status: 200 for errors of the service too.</summary>
    public int StatusCode { get; }

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; }

    /// <summary>The whole body, also where only a part of it is to arrive.</summary>
    public byte[] Body { get; }

    /// <summary>How the answer reaches the client.</summary>
    public SimulatedDelivery Delivery { get; }

    /// <summary>How many bytes of the body arrive under <see cref="Delivery"/>.</summary>
    public int DeliveredLength => Delivery switch
    {
        SimulatedDelivery.Whole => Body.Length,
        SimulatedDelivery.Cut or SimulatedDelivery.Truncated or SimulatedDelivery.StalledInBody => Body.Length / 2,
        _ => 0,
    };

    internal SimulatedResponse DeliveredAs(SimulatedDelivery delivery) => new(StatusCode, ContentType, Body, delivery);
}
