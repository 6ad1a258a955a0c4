namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>Attributes of an image that SyncImages does not copy, and that can be set on the copy later.</summary>
[Flags]
public enum CarriedAttributes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The description (ModifyImageAttribute).</summary>
    Description = 1,

    /// <summary>The image family (ModifyImageAttribute).</summary>
    Family = 2,

    /// <summary>The deprecated flag (ModifyImageAttribute).</summary>
    Deprecated = 4,

    /// <summary>The accounts that the image is shared with (ModifyImageSharePermission).</summary>
    Sharing = 8,

    /// <summary>The tags (TagResources).</summary>
    Tag = 16,

    /// <summary>Nothing: the copy does not get the tag that names its source either.</summary>
    NoSourceTag = 32,
}
