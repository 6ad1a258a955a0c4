namespace TencentImageReplication.Simulator.Protocol;

/// <summary>What became of a request, as far as it got.</summary>
internal sealed class Handled
{
    public Handled(string requestId) => RequestId = requestId;

    public string RequestId { get; }

    public string AccountId { get; set; } = "";

    public string Region { get; set; } = "";

    /// <summary>Whether the action was carried out.</summary>
    public bool Acted { get; set; }

    public string Outcome { get; set; } = SimulatedCall.Ok;

    public SimulatedResponse Response { get; set; } = new(200, "text/plain", [], SimulatedDelivery.Whole);
}
