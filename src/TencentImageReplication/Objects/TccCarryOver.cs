namespace TencentImageReplication;

/// <summary>The properties of an image that Tencent Cloud does not copy and that Wait-TccImage sets on the copy.</summary>
[Flags]
public enum TccCarryOver : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The description.</summary>
    Description = 1,

    /// <summary>The image family.</summary>
    Family = 2,

    /// <summary>The mark as deprecated.</summary>
    Deprecated = 4,

    /// <summary>The accounts that the image is shared with.</summary>
    Sharing = 8,

    /// <summary>The tags.</summary>
    Tag = 16,

    /// <summary>Nothing: Wait-TccImage does not mark the copy with its source either. Set by -NoSourceTag.</summary>
    NoSourceTag = 32,
}
