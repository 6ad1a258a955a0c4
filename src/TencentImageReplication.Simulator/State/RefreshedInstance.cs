namespace TencentImageReplication.Simulator.State;

/// <summary>An instance in a refresh.</summary>
/// <param name="instanceId">The instance.</param>
/// <param name="imageBefore">Its image before the refresh.</param>
/// <param name="restoredImageId">The image that a rollback restores; null for that of the launch configuration.</param>
internal sealed class RefreshedInstance(string instanceId, string imageBefore, string? restoredImageId)
{
    public string InstanceId { get; } = instanceId;

    public string ImageBefore { get; } = imageBefore;

    public string? RestoredImageId { get; } = restoredImageId;

    public string Status { get; set; } = RefreshStatus.Waiting;

    public string Message { get; set; } = "";

    /// <summary>The scaling activity of the last attempt; empty before the first one.</summary>
    public string LastActivityId { get; set; } = "";

    /// <summary>The settings of the present attempt; null when there is no usable image.</summary>
    public RefreshTarget? Target { get; set; }

    /// <summary>The instance that replaces it while it is being replaced; null for none.</summary>
    public string? ReplacementId { get; set; }
}
