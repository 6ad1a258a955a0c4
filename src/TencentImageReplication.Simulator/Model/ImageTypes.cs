namespace TencentImageReplication.Simulator.Model;

/// <summary>The types of an image as an account sees them.</summary>
public static class ImageTypes
{
    /// <summary>An image of the account.</summary>
    public const string Private = "PRIVATE_IMAGE";

    /// <summary>An image of another account, shared with this one.</summary>
    public const string Shared = "SHARED_IMAGE";

    /// <summary>An image of Tencent Cloud.</summary>
    public const string Public = "PUBLIC_IMAGE";
}
