namespace TencentImageReplication;

/// <summary>The kinds of images to list.</summary>
public enum TccImageType : long
{
    /// <summary>Created by the account itself: <c>PRIVATE_IMAGE</c>.</summary>
    Custom,

    /// <summary>Shared with the account by another account: <c>SHARED_IMAGE</c>.</summary>
    Shared,

    /// <summary>Provided by Tencent Cloud: <c>PUBLIC_IMAGE</c>.</summary>
    Public,
}
