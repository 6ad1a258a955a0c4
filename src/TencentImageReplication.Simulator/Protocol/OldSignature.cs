using System.Text;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>
/// Refuses the older signature (HmacSHA1, HmacSHA256), whose parameters are in the query or in a form. The service accepts it
/// from old clients, the simulator does not: it says so instead of complaining about missing headers.
/// </summary>
internal static class OldSignature
{
    /// <summary>The text of the refusal in <see cref="ErrorText"/>.</summary>
    public const string Code = "AuthFailure.InvalidAuthorization.OldSignature";

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Refuses a request that is signed in this way.</summary>
    public static void Refuse(SimulatedRequest request)
    {
        if (request.Header("Authorization").Length > 0)
            return;
        var parameters = request.Method == "POST" && request.Header("Content-Type").StartsWith(Form, StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(request.Body)
            : request.Query;
        if (parameters.Split('&').Any(pair => pair.StartsWith("Signature=", StringComparison.Ordinal)))
            throw new ServiceException("AuthFailure.InvalidAuthorization") { TextCode = Code };
    }
}
