namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The log-in of an instance: a password, keys, or the log-in of the image.</summary>
public sealed record LoginSettings
{
    /// <summary>
    /// The password: 12 to 30 characters of 3 classes on Windows, 8 to 30 of 2 elsewhere. Only in requests.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>The key pairs; not on Windows, and not together with a password.</summary>
    public IReadOnlyList<string>? KeyIds { get; init; }

    /// <summary>
    /// <c>true</c> to keep the log-in of the image, without password and keys; only for custom, shared and imported
    /// images.
    /// </summary>
    public string? KeepImageLogin { get; init; }

    /// <summary>Returns only the name of the type, because the password must not appear in a log.</summary>
    public override string ToString() => nameof(LoginSettings);
}
