namespace TencentImageReplication.Core.Rollout;

/// <summary>The pauses between the batches of a refresh.</summary>
public enum RefreshPause
{
    /// <summary>None.</summary>
    Automatic,

    /// <summary>After the first batch.</summary>
    FirstBatch,

    /// <summary>After each batch.</summary>
    EachBatch,
}
