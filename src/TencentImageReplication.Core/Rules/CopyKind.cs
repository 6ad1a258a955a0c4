namespace TencentImageReplication.Core.Rules;

/// <summary>The kinds of copy that the service creates.</summary>
public enum CopyKind
{
    /// <summary>A custom image, to other regions.</summary>
    Custom,

    /// <summary>An image shared by another account, to a custom image in the same region.</summary>
    Shared,

    /// <summary>A custom image, to an encrypted custom image in the same region.</summary>
    Encrypted,
}
