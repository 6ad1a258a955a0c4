using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Credentials;

/// <summary>Where credentials come from.</summary>
public interface ICredentialSource
{
    /// <summary>The source in a few words for people, without secrets: <c>environment variables</c>.</summary>
    string Description { get; }

    /// <summary>
    /// What the requests of this source are counted under, where its keys change and the account does not; null for a
    /// key that stays, which is counted under its own ID.
    /// </summary>
    string? RateKey { get; }

    /// <summary>
    /// The credential to sign with now. Called before every attempt, so a source that has to ask somebody keeps what
    /// it was told for as long as it is good.
    /// </summary>
    /// <param name="logger">The log of the command that the credential is for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CredentialException">There is none to be had.</exception>
    ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken);
}
