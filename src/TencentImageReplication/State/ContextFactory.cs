using TencentImageReplication.Core.Commands;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.State;

/// <summary>Makes contexts: the one place that knows what a connection is put together from.</summary>
internal static class ContextFactory
{
    private const string RegionVariable = "TENCENTCLOUD_REGION";

    /// <summary>A context for a key that was given.</summary>
    internal static TccContext FromKey(TencentCredential credential, string givenAs, ContextSettings settings) =>
        Create(new StaticCredentialSource(credential, givenAs), credential.MaskedSecretId, settings);

    /// <summary>A context for whatever credentials the environment has, as Tencent's own tools look for them.</summary>
    /// <returns>Null when it has none.</returns>
    internal static TccContext? FromDefaultChain(ContextSettings settings)
    {
        if (!EnvironmentCredentialSource.TryCreate(Environment.GetEnvironmentVariable, out var source))
            return null;
        // It is there, so that reading it takes no waiting.
        var credential = source.GetAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return Create(source, credential.MaskedSecretId, settings);
    }

    /// <summary>A context for an account of the simulated cloud.</summary>
    internal static TccContext ForSimulation(
        TencentCredential credential, HttpMessageHandler handler, string description, ContextSettings settings) =>
        Create(new StaticCredentialSource(credential, description), credential.MaskedSecretId, settings, handler);

    private static TccContext Create(
        ICredentialSource source, string? secretId, ContextSettings settings, HttpMessageHandler? handler = null)
    {
        var endpoints = new EndpointResolver(
            settings.Site == TccSite.International ? TencentCloudSite.International : TencentCloudSite.China,
            settings.Endpoint);
        var region = settings.Region ?? NonEmpty(Environment.GetEnvironmentVariable(RegionVariable));
        var connection = CommandConnection.Create(source, endpoints, settings.Language, TimeProvider.System, handler);
        return new TccContext(connection, TimeProvider.System)
        {
            Region = region,
            Site = settings.Site,
            Language = settings.Language,
            Endpoint = handler is null ? endpoints.Resolve("cvm", region).Host : null,
            SecretId = secretId,
            Simulated = handler is not null,
        };
    }

    private static string? NonEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
