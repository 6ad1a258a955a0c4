namespace TencentImageReplication;

/// <summary>What of an image a copy does not have by itself, and can be set on it once it is ready.</summary>
[Flags]
public enum TccCarryOver
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The description.</summary>
    Description = 1,

    /// <summary>The image family.</summary>
    Family = 2,

    /// <summary>The mark of being out of date.</summary>
    Deprecated = 4,

    /// <summary>The accounts that the image is shared with.</summary>
    Sharing = 8,

    /// <summary>The tags.</summary>
    Tag = 16,
}
