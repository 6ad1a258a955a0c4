using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>The key of a tccli profile. An expired key is read again, because <c>tccli auth login</c> may have written a new one.</summary>
public sealed class TccliCredentialSource : ICredentialSource
{
    private readonly CredentialLocations _locations;
    private readonly string _name;
    private readonly TimeProvider _time;
    private TencentCredential _current;

    /// <param name="locations">The places of profiles.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CredentialException">The profile has no key.</exception>
    public TccliCredentialSource(CredentialLocations locations, TccliProfile profile, TimeProvider time)
    {
        _locations = locations;
        _name = profile.Name;
        _time = time;
        _current = profile.Credential ?? throw TccliProfile.KeyMissing(profile.Path);
        RateKey = _current.Token is null ? null : $"tccli:{profile.Path}";
    }

    /// <inheritdoc/>
    public string Description => Localized.Text($"profile '{_name}' of tccli", $"tccli 配置文件“{_name}”");

    /// <inheritdoc/>
    public string? RateKey { get; }

    /// <inheritdoc/>
    public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        if (HasExpired(current))
        {
            var profile = TccliProfile.Read(_locations, _name);
            current = profile?.Credential ?? current;
            if (HasExpired(current))
            {
                throw new CredentialException(Localized.Text(
                    $"The temporary key of the tccli profile '{_name}' expired at {current.ExpiresAt:u}. Get a new one: tccli auth login --profile {_name}",
                    $"tccli 配置文件“{_name}”的临时密钥已于 {current.ExpiresAt:u} 到期。请重新获取：tccli auth login --profile {_name}"));
            }

            Volatile.Write(ref _current, current);
        }

        return new ValueTask<TencentCredential>(current);
    }

    private bool HasExpired(TencentCredential credential) => credential.ExpiresAt <= _time.GetUtcNow();
}
