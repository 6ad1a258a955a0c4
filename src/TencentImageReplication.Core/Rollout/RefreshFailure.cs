namespace TencentImageReplication.Core.Rollout;

/// <summary>The reaction of the service to a batch with failures.</summary>
public enum RefreshFailure
{
    /// <summary>The refresh pauses.</summary>
    Pause,

    /// <summary>The refresh is rolled back.</summary>
    Rollback,
}
