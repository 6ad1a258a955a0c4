using System.Text;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Faults;

/// <summary>Replaces or damages the response of a call that a fault hits.</summary>
internal static class FaultResponse
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>The proxy could not reach the server.</h1></body></html>";

    /// <summary>The error code of a call that the service did not carry out.</summary>
    public static string CodeBeforeActing(Fault fault) => fault.ErrorCode ?? fault.Kind switch
    {
        FaultKind.Throttled => "RequestLimitExceeded",
        FaultKind.InternalErrorBeforeActing or FaultKind.ErrorCode => "InternalError",
        // The request did not reach the service, so there is no error code: the call log shows the fault.
        _ => fault.Kind.ToString(),
    };

    /// <summary>Applies the fault to the response of a call.</summary>
    public static void Apply(Fault fault, CallResult call, SimulatedRequest request)
    {
        if (fault.Kind == FaultKind.ProxyPage)
        {
            call.Response = new SimulatedResponse(fault.StatusCode, "text/html", Encoding.UTF8.GetBytes(Page), SimulatedDelivery.Whole);
            return;
        }
        if (fault.Kind == FaultKind.InternalErrorAfterActing)
        {
            call.Outcome = fault.ErrorCode ?? "InternalError";
            call.Response = Envelope.Error(call.Outcome, null, call.RequestId, request.PrefersChinese);
            return;
        }
        if (fault.Kind is FaultKind.EmptyList or FaultKind.NullList)
        {
            call.Response = WithoutLists(call.Response, isNull: fault.Kind == FaultKind.NullList);
            return;
        }
        call.Response = call.Response.DeliveredAs(Delivery(fault.Kind));
    }

    private static SimulatedResponse WithoutLists(SimulatedResponse response, bool isNull)
    {
        var body = JsonNode.Parse(response.Body)!;
        var fields = body["Response"]!.AsObject();
        foreach (var list in fields.Where(field => field.Value is JsonArray).Select(field => field.Key).ToArray())
            fields[list] = isNull ? null : new JsonArray();
        return new SimulatedResponse(response.StatusCode, response.ContentType, Encoding.UTF8.GetBytes(body.ToJsonString()), response.Delivery);
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
