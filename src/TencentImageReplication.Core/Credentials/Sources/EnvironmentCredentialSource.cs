using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>
/// Credentials from the environment variables that Tencent's own tools read: <c>TENCENTCLOUD_SECRET_ID</c> and
/// <c>TENCENTCLOUD_SECRET_KEY</c>, both, and a token under the name that tccli, the Node.js client or Terraform uses.
/// </summary>
public sealed class EnvironmentCredentialSource : ICredentialSource
{
    private const string SecretIdName = "TENCENTCLOUD_SECRET_ID";
    private const string SecretKeyName = "TENCENTCLOUD_SECRET_KEY";

    private static readonly string[] TokenNames =
        ["TENCENTCLOUD_TOKEN", "TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_SECURITY_TOKEN"];

    private readonly Func<string, string?> _environment;
    private TencentCredential? _last;

    /// <param name="environment">Reads a variable; null if it is not set.</param>
    public EnvironmentCredentialSource(Func<string, string?> environment) => _environment = environment;

    /// <inheritdoc/>
    public string Description => Localized.Text("environment variables", "环境变量");

    /// <inheritdoc/>
    public string? RateKey => null;

    /// <summary>Creates the source if the environment has credentials.</summary>
    /// <param name="environment">Reads a variable; null if it is not set.</param>
    /// <param name="source">The source, if there is one.</param>
    /// <returns>False if neither variable is set.</returns>
    /// <exception cref="CredentialException">Only one of the two variables is set.</exception>
    public static bool TryCreate(
        Func<string, string?> environment, [NotNullWhen(true)] out EnvironmentCredentialSource? source)
    {
        var candidate = new EnvironmentCredentialSource(environment);
        source = candidate.TryRead(out _) ? candidate : null;
        return source is not null;
    }

    /// <inheritdoc/>
    public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) =>
        TryRead(out var credential)
            ? new ValueTask<TencentCredential>(credential)
            : throw new CredentialException(Localized.Text(
                $"The environment variables {SecretIdName} and {SecretKeyName} are not set.",
                $"未设置环境变量 {SecretIdName} 和 {SecretKeyName}。"));

    private bool TryRead([NotNullWhen(true)] out TencentCredential? credential)
    {
        credential = null;
        var secretId = Read(SecretIdName);
        var secretKey = Read(SecretKeyName);
        if (secretId is null && secretKey is null)
            return false;

        if (secretId is null || secretKey is null)
            throw CredentialValues.HalfSet((SecretIdName, secretId), (SecretKeyName, secretKey));

        var token = TokenNames.Select(Read).FirstOrDefault(t => t is not null);
        // Return the same object while the variables are unchanged, because signing keys are cached with it.
        if (_last is not { } last || last.SecretId != secretId || last.SecretKey != secretKey || last.Token != token)
            _last = last = CredentialValues.ToCredential(Description, secretId, secretKey, token);
        credential = last;
        return true;
    }

    private string? Read(string name) => CredentialValues.Trimmed(_environment(name));
}
