namespace TencentImageReplication.Simulator.Model;

/// <summary>How a copy ends.</summary>
public enum CopyEnding
{
    /// <summary>It becomes <c>NORMAL</c>.</summary>
    Normal,

    /// <summary>It becomes <c>CREATEFAILED</c>.</summary>
    CreateFailed,

    /// <summary>It is simply gone.</summary>
    Disappears,

    /// <summary>It stays <c>SYNCING</c> for ever, and its source stays busy.</summary>
    Stuck,
}
