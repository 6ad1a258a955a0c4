namespace TencentImageReplication.Core.Rules;

/// <summary>The names of the image types (field <c>ImageType</c> of DescribeImages).</summary>
public static class ImageTypes
{
    /// <summary>A custom image of the account.</summary>
    public const string Private = "PRIVATE_IMAGE";

    /// <summary>An image that another account shares with this one.</summary>
    public const string Shared = "SHARED_IMAGE";

    /// <summary>An image of Tencent Cloud.</summary>
    public const string Public = "PUBLIC_IMAGE";
}
