namespace TencentImageReplication;

/// <summary>The reaction of Tencent Cloud to a batch with failures.</summary>
public enum TccRefreshFailure : long
{
    /// <summary>The refresh pauses.</summary>
    Pause,

    /// <summary>The instances get their earlier image again, one after the other.</summary>
    Rollback,
}
