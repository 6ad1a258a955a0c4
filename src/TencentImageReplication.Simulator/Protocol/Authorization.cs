namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The <c>Authorization</c> header.</summary>
internal sealed class Authorization
{
    public const string Algorithm = "TC3-HMAC-SHA256";

    private Authorization(string secretId, string date, string service, IReadOnlyList<string> signedHeaders, string signature)
    {
        SecretId = secretId;
        Date = date;
        Service = service;
        SignedHeaders = signedHeaders;
        Signature = signature;
    }

    public string SecretId { get; }

    /// <summary>The day of the scope, <c>yyyy-MM-dd</c> in UTC.</summary>
    public string Date { get; }

    public string Service { get; }

    public IReadOnlyList<string> SignedHeaders { get; }

    public string Signature { get; }

    public static Authorization Parse(string header)
    {
        // One client writes two spaces after the algorithm's name, so the rest is trimmed.
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            throw Invalid();
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header.Substring(Algorithm.Length).Split(','))
        {
            var equals = part.IndexOf('=');
            if (equals < 0)
                throw Invalid();
            parts[part.Substring(0, equals).Trim()] = part.Substring(equals + 1).Trim();
        }
        if (!parts.TryGetValue("Credential", out var credential)
            || !parts.TryGetValue("SignedHeaders", out var signedHeaders)
            || !parts.TryGetValue("Signature", out var signature)
            || credential.Split('/') is not [var secretId, var date, var service, "tc3_request"])
        {
            throw Invalid();
        }
        var names = signedHeaders.Split(';');
        if (!names.Contains("content-type") || !names.Contains("host"))
            throw Invalid();
        return new Authorization(secretId, date, service, names, signature);
    }

    private static ServiceException Invalid() => new("AuthFailure.InvalidAuthorization");
}
