namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The delivery of a response to the client. The handler or the port plays it.</summary>
public enum SimulatedDelivery
{
    /// <summary>The complete response.</summary>
    Whole,

    /// <summary>The connection is refused. A port resets it instead, because it listens.</summary>
    ConnectionRefused,

    /// <summary>The connection is reset and no byte of the response arrives.</summary>
    ConnectionReset,

    /// <summary>The connection breaks in the middle of the body, and the client notices it.</summary>
    Cut,

    /// <summary>The body ends too early and the client does not notice it, as with a faulty proxy.</summary>
    Truncated,

    /// <summary>Nothing arrives until the client gives up.</summary>
    StalledBeforeHeaders,

    /// <summary>The headers and half of the body arrive, then nothing more until the client gives up.</summary>
    StalledInBody,
}
