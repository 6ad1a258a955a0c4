namespace TencentImageReplication.Simulator.State;

/// <summary>The step that a refresh is at.</summary>
internal enum RefreshPhase
{
    /// <summary>It has not begun.</summary>
    Preparing,

    /// <summary>It creates the additional instances.</summary>
    ScalingOut,

    /// <summary>It refreshes batch by batch.</summary>
    Refreshing,

    /// <summary>All batches are over, and it deletes the additional instances.</summary>
    ScalingIn,
}
