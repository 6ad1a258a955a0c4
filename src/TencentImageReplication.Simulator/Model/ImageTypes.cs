namespace TencentImageReplication.Simulator.Model;

/// <summary>The types of an image, as seen by one account.</summary>
public static class ImageTypes
{
    /// <summary>The account's own.</summary>
    public const string Private = "PRIVATE_IMAGE";

    /// <summary>Another account's, shared with this one.</summary>
    public const string Shared = "SHARED_IMAGE";

    /// <summary>Tencent's.</summary>
    public const string Public = "PUBLIC_IMAGE";
}
