namespace TencentImageReplication;

/// <summary>The kinds of images that can be asked for.</summary>
public enum TccImageType
{
    /// <summary>Made by the account itself: <c>PRIVATE_IMAGE</c>.</summary>
    Custom,

    /// <summary>Shared with the account by another one: <c>SHARED_IMAGE</c>.</summary>
    Shared,

    /// <summary>Offered by Tencent: <c>PUBLIC_IMAGE</c>.</summary>
    Public,
}
