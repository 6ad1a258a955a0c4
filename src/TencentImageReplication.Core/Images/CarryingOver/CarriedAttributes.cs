namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>What of an image SyncImages does not take along, and can be set on a copy afterwards.</summary>
[Flags]
public enum CarriedAttributes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The description (ModifyImageAttribute).</summary>
    Description = 1,

    /// <summary>The image family (ModifyImageAttribute).</summary>
    Family = 2,

    /// <summary>The mark of being out of date (ModifyImageAttribute).</summary>
    Deprecated = 4,

    /// <summary>The accounts that the image is shared with (ModifyImageSharePermission).</summary>
    Sharing = 8,

    /// <summary>The tags (TagResources).</summary>
    Tag = 16,
}
