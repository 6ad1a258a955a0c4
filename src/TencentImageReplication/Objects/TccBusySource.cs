namespace TencentImageReplication;

/// <summary>The ways to treat an image that is already being copied.</summary>
public enum TccBusySource : long
{
    /// <summary>The command waits until that ends.</summary>
    Wait,

    /// <summary>The rows of the image fail at once.</summary>
    Fail,
}
