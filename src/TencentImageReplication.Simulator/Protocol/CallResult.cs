namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The result of a call, filled in while the request passes one check after the other.</summary>
internal sealed class CallResult
{
    /// <summary>The outcome of a call that succeeded.</summary>
    public const string Ok = "OK";

    public CallResult(string requestId) => RequestId = requestId;

    public string RequestId { get; }

    /// <summary>The account that signed the request; empty until the signature is verified.</summary>
    public string AccountId { get; set; } = "";

    public string Region { get; set; } = "";

    /// <summary>True when the service carried out the action.</summary>
    public bool Acted { get; set; }

    /// <summary><see cref="Ok"/> or the error code.</summary>
    public string Outcome { get; set; } = Ok;

    public SimulatedResponse Response { get; set; } = new(200, "text/plain", [], SimulatedDelivery.Whole);
}
