using System.Text;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Faults;

/// <summary>What a fault makes of an answer.</summary>
internal static class FaultAnswer
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>The proxy could not reach the server.</h1></body></html>";

    /// <summary>The error that stands for a call which the service did not carry out.</summary>
    public static string CodeBeforeActing(Fault fault) => fault.ErrorCode ?? fault.Kind switch
    {
        FaultKind.Throttled => "RequestLimitExceeded",
        FaultKind.InternalErrorBeforeActing or FaultKind.ErrorCode => "InternalError",
        // The service never heard of it: what the call log shows.
        _ => fault.Kind.ToString(),
    };

    /// <summary>Lets the fault have its way with the answer.</summary>
    public static void Play(Fault fault, Handled handled, SimulatedRequest request)
    {
        if (fault.Kind == FaultKind.ProxyPage)
        {
            handled.Response = new SimulatedResponse(fault.StatusCode, "text/html", Encoding.UTF8.GetBytes(Page), SimulatedDelivery.Whole);
            return;
        }
        if (fault.Kind == FaultKind.InternalErrorAfterActing)
        {
            handled.Outcome = fault.ErrorCode ?? "InternalError";
            handled.Response = Envelope.Error(handled.Outcome, null, handled.RequestId, Gateway.IsChinese(request));
            return;
        }
        handled.Response = handled.Response.DeliveredAs(Delivery(fault.Kind));
    }

    private static SimulatedDelivery Delivery(FaultKind kind) => kind switch
    {
        FaultKind.ConnectionRefused => SimulatedDelivery.ConnectionRefused,
        FaultKind.ResetBeforeActing or FaultKind.ResetAfterActing => SimulatedDelivery.ConnectionReset,
        FaultKind.CutAnswer => SimulatedDelivery.Cut,
        FaultKind.TruncatedAnswer => SimulatedDelivery.Truncated,
        FaultKind.StalledAnswer => SimulatedDelivery.StalledBeforeHeaders,
        FaultKind.StalledBody => SimulatedDelivery.StalledInBody,
        _ => SimulatedDelivery.Whole,
    };
}
