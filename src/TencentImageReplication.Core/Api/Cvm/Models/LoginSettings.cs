namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>How one logs in to an instance: a password, keys, or what the image has.</summary>
public sealed record LoginSettings
{
    /// <summary>
    /// The password: 12 to 30 characters of 3 classes on Windows, 8 to 30 of 2 elsewhere. Requests only.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>The key pairs; not on Windows, and not together with a password.</summary>
    public IReadOnlyList<string>? KeyIds { get; init; }

    /// <summary>
    /// <c>true</c> to keep the image's own log-in, without password and keys; only for custom, shared and imported
    /// images.
    /// </summary>
    public string? KeepImageLogin { get; init; }

    /// <summary>The type's name alone: the password must not get into a log.</summary>
    public override string ToString() => nameof(LoginSettings);
}
