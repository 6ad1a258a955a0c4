using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Credentials;

/// <summary>A fixed credential.</summary>
/// <param name="credential">The credential.</param>
/// <param name="description">A description of its source.</param>
public sealed class StaticCredentialSource(TencentCredential credential, string description) : ICredentialSource
{
    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public string? RateKey => null;

    /// <inheritdoc/>
    public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) => new(credential);
}
