namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>The batches of a refresh.</summary>
public sealed record RollingUpdateSettings
{
    /// <summary>The number of batches, at most the number of instances.</summary>
    public long? BatchNumber { get; init; }

    /// <summary><c>AUTOMATIC</c>, the default, <c>FIRST_BATCH_PAUSE</c> or <c>BATCH_INTERVAL_PAUSE</c>.</summary>
    public string? BatchPause { get; init; }

    /// <summary><c>AUTO_PAUSE</c>, the default, or <c>AUTO_ROLLBACK</c>, one instance a batch.</summary>
    public string? FailProcess { get; init; }
}
