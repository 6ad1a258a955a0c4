namespace TencentImageReplication;

/// <summary>The steps that bring a copy to the state that a plan wants, in this order.</summary>
[Flags]
public enum TccReplicationAction : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Shares the source with the account of the copy.</summary>
    Share = 1,

    /// <summary>Gives an earlier copy another name.</summary>
    Rename = 2,

    /// <summary>Copies the image.</summary>
    Copy = 4,

    /// <summary>Sets attributes, tags, sharing or the mark of the copy.</summary>
    Update = 8,

    /// <summary>Deletes the copy and its snapshots.</summary>
    Remove = 16,

    /// <summary>Tests the copy on an instance of its own.</summary>
    Verify = 32,

    /// <summary>Publishes the copy in launch templates and scaling groups.</summary>
    Publish = 64,
}
