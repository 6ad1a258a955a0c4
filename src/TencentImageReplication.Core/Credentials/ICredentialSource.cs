using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Credentials;

/// <summary>A source of credentials.</summary>
public interface ICredentialSource
{
    /// <summary>A short description for users, without secrets: <c>environment variables</c>.</summary>
    string Description { get; }

    /// <summary>
    /// The key for the rate limit, if the keys of this source change but the account does not; null for a permanent key, which
    /// has a rate limit of its own.
    /// </summary>
    string? RateKey { get; }

    /// <summary>
    /// Returns the current credential. Called before each attempt, so a source that needs a request caches the credential as
    /// long as it is valid.
    /// </summary>
    /// <param name="logger">The log of the command that the credential is for.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CredentialException">There are no usable credentials.</exception>
    ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken);
}
