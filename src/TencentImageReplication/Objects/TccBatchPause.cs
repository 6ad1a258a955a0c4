namespace TencentImageReplication;

/// <summary>The pauses between the batches of a refresh.</summary>
public enum TccBatchPause : long
{
    /// <summary>None.</summary>
    Automatic,

    /// <summary>After the first batch.</summary>
    FirstBatch,

    /// <summary>After each batch.</summary>
    EachBatch,
}
