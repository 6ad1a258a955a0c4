using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>Changes requests.</summary>
internal static class Requests
{
    private static readonly string[] Names =
    [
        "Host", "Content-Type", "X-TC-Action", "X-TC-Version", "X-TC-Timestamp", "X-TC-Region", "X-TC-Language", "X-TC-Token", "X-TC-Content-SHA256", "Authorization",
    ];

    /// <summary>Returns the same request with a header, or without it when the value is null.</summary>
    public static SimulatedRequest With(this SimulatedRequest request, string name, string? value) =>
        Copy(request, request.Method, request.Path + (request.Query.Length > 0 ? "?" + request.Query : ""), request.Body, name, value);

    public static SimulatedRequest WithMethod(this SimulatedRequest request, string method) => Copy(request, method, "/", request.Body);

    public static SimulatedRequest WithTarget(this SimulatedRequest request, string target) => Copy(request, request.Method, target, request.Body);

    public static SimulatedRequest WithBody(this SimulatedRequest request, byte[] body) => Copy(request, request.Method, "/", body);

    private static SimulatedRequest Copy(SimulatedRequest request, string method, string target, byte[] body, string? name = null, string? value = null)
    {
        var headers = Names.Where(known => known != name && request.Header(known).Length > 0)
            .Select(known => KeyValuePair.Create(known, request.Header(known)));
        if (name is not null && value is not null)
            headers = headers.Append(KeyValuePair.Create(name, value));
        return new SimulatedRequest(method, target, headers, body);
    }
}
