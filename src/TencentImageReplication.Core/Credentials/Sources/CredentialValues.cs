using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Makes a credential of what one place has, and says which place it is when it makes none. Never what stands there.</summary>
internal static class CredentialValues
{
    /// <param name="place">The place, for people.</param>
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token of a temporary key, from the same place.</param>
    /// <param name="expiresAt">When a temporary key ends.</param>
    /// <exception cref="CredentialException">The values are none that a request could be signed with.</exception>
    public static TencentCredential ToCredential(
        string place, string secretId, string secretKey, string? token, DateTimeOffset? expiresAt = null)
    {
        try
        {
            return new TencentCredential(secretId, secretKey, token, expiresAt);
        }
        catch (ArgumentException exception)
        {
            throw new CredentialException(Localized.Text(
                $"The credential in {place} cannot be used. {exception.Message}",
                $"无法使用 {place} 中的密钥。{exception.Message}"));
        }
    }

    /// <summary>Of two variables that go together one is set: whoever set it meant it to be used.</summary>
    public static CredentialException HalfSet((string Name, string? Value) one, (string Name, string? Value) other)
    {
        var (present, missing) = one.Value is null ? (other.Name, one.Name) : (one.Name, other.Name);
        return new CredentialException(Localized.Text(
            $"The environment variable {present} is set but {missing} is not: set both, or neither.",
            $"已设置环境变量 {present}，但未设置 {missing}：请同时设置两者，或都不设置。"));
    }

    /// <summary>A value without the line end that was pasted along with it; null when nothing is left.</summary>
    public static string? Trimmed(string? value)
    {
        value = value?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
