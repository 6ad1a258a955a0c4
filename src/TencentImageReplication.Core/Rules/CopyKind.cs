namespace TencentImageReplication.Core.Rules;

/// <summary>The two kinds of copy that the service makes.</summary>
public enum CopyKind
{
    /// <summary>A custom image, to other regions.</summary>
    Custom,

    /// <summary>An image shared by another account, to a custom image in the same region.</summary>
    Shared,
}
