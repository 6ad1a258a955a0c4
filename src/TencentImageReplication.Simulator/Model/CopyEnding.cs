namespace TencentImageReplication.Simulator.Model;

/// <summary>The end of a copy.</summary>
public enum CopyEnding
{
    /// <summary>It becomes <c>NORMAL</c>.</summary>
    Normal,

    /// <summary>It becomes <c>CREATEFAILED</c>.</summary>
    CreateFailed,

    /// <summary>It disappears.</summary>
    Disappears,

    /// <summary>It stays <c>SYNCING</c> forever, and its source stays busy.</summary>
    Stuck,
}
