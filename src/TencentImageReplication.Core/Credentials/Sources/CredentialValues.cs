using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Creates a credential from the values of one place. Its errors name the place and never the values.</summary>
internal static class CredentialValues
{
    /// <param name="place">The place, for users.</param>
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token of a temporary key, from the same place.</param>
    /// <param name="expiresAt">The time a temporary key expires.</param>
    /// <exception cref="CredentialException">The values cannot be used to sign a request.</exception>
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

    /// <summary>Creates the error for two variables of which only one is set.</summary>
    public static CredentialException HalfSet((string Name, string? Value) one, (string Name, string? Value) other)
    {
        var (present, missing) = one.Value is null ? (other.Name, one.Name) : (one.Name, other.Name);
        return new CredentialException(Localized.Text(
            $"The environment variable {present} is set, but {missing} is not. Set both or neither.",
            $"已设置环境变量 {present}，但未设置 {missing}：请同时设置两者，或都不设置。"));
    }

    /// <summary>Returns a value without surrounding white space; null if nothing is left.</summary>
    public static string? Trimmed(string? value)
    {
        value = value?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
