namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>What the transport has to know of an action of a service.</summary>
/// <typeparam name="TRequest">What it is asked.</typeparam>
/// <typeparam name="TResponse">What it answers.</typeparam>
public abstract class ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TRequest, string?>? _clientTokenOf;
    private readonly Func<TRequest, IReadOnlyList<string?>>? _secretsOf;
    private readonly Func<TRequest, bool>? _isTrial;

    /// <param name="service">The service, as in its host name.</param>
    /// <param name="version">The version of its interface.</param>
    /// <param name="name">The action.</param>
    /// <param name="format">How the request is written, and the answer read.</param>
    /// <param name="requestsPerSecond">How often an account may call it.</param>
    /// <param name="repeatSafety">Whether it may be repeated.</param>
    /// <param name="clientTokenOf">The client token of a request, where the action knows one.</param>
    /// <param name="secretsOf">What of a request must not be shown, even if the service says it in a message.</param>
    /// <param name="isTrial">Whether a request only asks what would happen, where the action can be asked.</param>
    protected ApiAction(
        string service,
        string version,
        string name,
        ActionFormat<TRequest, TResponse> format,
        int requestsPerSecond,
        RetrySafety repeatSafety,
        Func<TRequest, string?>? clientTokenOf,
        Func<TRequest, IReadOnlyList<string?>>? secretsOf,
        Func<TRequest, bool>? isTrial)
    {
        Service = service;
        Version = version;
        Name = name;
        Format = format;
        RequestsPerSecond = requestsPerSecond;
        RetrySafety = repeatSafety;
        _clientTokenOf = clientTokenOf;
        _secretsOf = secretsOf;
        _isTrial = isTrial;
    }

    /// <summary>The service, as in its host name: <c>cvm</c>.</summary>
    public string Service { get; }

    /// <summary>The version of the service's interface.</summary>
    public string Version { get; }

    /// <summary>The action, as in the <c>X-TC-Action</c> header.</summary>
    public string Name { get; }

    /// <summary>How the request is written, and the answer read.</summary>
    public ActionFormat<TRequest, TResponse> Format { get; }

    /// <summary>How often an account may call it in a second.</summary>
    public int RequestsPerSecond { get; }

    /// <summary>Whether it may be repeated when nobody knows whether it has acted.</summary>
    public RetrySafety RetrySafety { get; }

    /// <summary>Whether this request may be repeated when nobody knows whether it has acted.</summary>
    public bool MayRepeat(TRequest request) => _isTrial?.Invoke(request) == true || RetrySafety switch
    {
        RetrySafety.Always => true,
        RetrySafety.WithClientToken => !string.IsNullOrEmpty(_clientTokenOf?.Invoke(request)),
        _ => false,
    };

    internal IReadOnlyList<string?> SecretsOf(TRequest request) => _secretsOf?.Invoke(request) ?? [];
}
