namespace TencentImageReplication.Simulator.Protocol;

/// <summary>How an answer reaches the client. Whoever carries the answers (handler, port) plays it.</summary>
public enum SimulatedDelivery
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>Nobody listens. A port, which does listen, resets the connection instead.</summary>
    ConnectionRefused,

    /// <summary>The connection is reset and no byte of the answer arrives.</summary>
    ConnectionReset,

    /// <summary>The connection breaks in the middle of the body, and the client can tell.</summary>
    Cut,

    /// <summary>The body ends too early without any sign of it, as behind a careless proxy.</summary>
    Truncated,

    /// <summary>Not even the headers arrive, until the client gives up.</summary>
    StalledBeforeHeaders,

    /// <summary>The headers and half of the body arrive, then nothing more, until the client gives up.</summary>
    StalledInBody,
}
