namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>An action of a service: its name, rate and retry safety.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public abstract class ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TRequest, string?>? _clientTokenOf;
    private readonly Func<TRequest, IReadOnlyList<string?>>? _secretsOf;
    private readonly Func<TRequest, bool>? _isDryRun;

    /// <param name="service">The service name, as in its host name.</param>
    /// <param name="version">The version of the API.</param>
    /// <param name="name">The name of the action.</param>
    /// <param name="requestsPerSecond">The rate limit of an account.</param>
    /// <param name="retrySafety">Says if a retry is safe.</param>
    /// <param name="needsRegion">True if the action needs the header <c>X-TC-Region</c>.</param>
    /// <param name="clientTokenOf">Returns the client token of a request, if the action has one.</param>
    /// <param name="secretsOf">Returns the values of a request that must never be shown, even if a message of the service contains them.</param>
    /// <param name="isDryRun">Checks if a request is a dry run, if the action supports one.</param>
    protected ApiAction(
        string service,
        string version,
        string name,
        int requestsPerSecond,
        RetrySafety retrySafety,
        bool needsRegion,
        Func<TRequest, string?>? clientTokenOf,
        Func<TRequest, IReadOnlyList<string?>>? secretsOf,
        Func<TRequest, bool>? isDryRun)
    {
        Service = service;
        Version = version;
        Name = name;
        RequestsPerSecond = requestsPerSecond;
        RetrySafety = retrySafety;
        NeedsRegion = needsRegion;
        _clientTokenOf = clientTokenOf;
        _secretsOf = secretsOf;
        _isDryRun = isDryRun;
    }

    /// <summary>The service, as in its host name: <c>cvm</c>.</summary>
    public string Service { get; }

    /// <summary>The version of the API.</summary>
    public string Version { get; }

    /// <summary>The name of the action, as in the <c>X-TC-Action</c> header.</summary>
    public string Name { get; }

    /// <summary>The rate limit of an account, in requests per second.</summary>
    public int RequestsPerSecond { get; }

    /// <summary>Says if a retry is safe when an earlier attempt may have acted.</summary>
    public RetrySafety RetrySafety { get; }

    /// <summary>True if the action needs the header <c>X-TC-Region</c>.</summary>
    public bool NeedsRegion { get; }

    /// <summary>Checks if a retry of this request is safe when an earlier attempt may have acted.</summary>
    public bool MayRetry(TRequest request) => _isDryRun?.Invoke(request) == true || RetrySafety switch
    {
        RetrySafety.Always => true,
        RetrySafety.WithClientToken => !string.IsNullOrEmpty(_clientTokenOf?.Invoke(request)),
        _ => false,
    };

    internal IReadOnlyList<string?> SecretsOf(TRequest request) => _secretsOf?.Invoke(request) ?? [];
}
