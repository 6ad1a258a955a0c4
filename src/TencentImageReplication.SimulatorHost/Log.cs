using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Writes the requests for <c>--verbose</c>.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Action} {Region}: {StatusCode}, delivered {Delivery}")]
    public static partial void Responded(ILogger logger, string action, string region, int statusCode, SimulatedDelivery delivery);
}
