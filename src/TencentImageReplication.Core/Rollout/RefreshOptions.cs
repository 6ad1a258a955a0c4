namespace TencentImageReplication.Core.Rollout;

/// <summary>The settings of a refresh.</summary>
public sealed record RefreshOptions
{
    /// <summary>The maximum number of batches without <see cref="BatchCount"/>.</summary>
    public const int DefaultMaxBatches = 10;

    /// <summary>The maximum of <see cref="BatchCount"/>.</summary>
    public const int MaxBatchCount = 1000;

    /// <summary>The minimum of <see cref="HealthCheckTimeout"/>, in seconds.</summary>
    public const int MinHealthCheckSeconds = 60;

    /// <summary>The maximum of <see cref="HealthCheckTimeout"/>, in seconds.</summary>
    public const int MaxHealthCheckSeconds = 7200;

    /// <summary>The number of batches; null for the number of instances, at most <see cref="DefaultMaxBatches"/>.</summary>
    public int? BatchCount { get; init; }

    /// <summary>The pauses between batches.</summary>
    public RefreshPause BatchPause { get; init; }

    /// <summary>The reaction to a batch with failures.</summary>
    public RefreshFailure OnFailure { get; init; }

    /// <summary>The maximum time until a load balancer finds a reinstalled instance healthy.</summary>
    public TimeSpan HealthCheckTimeout { get; init; } = TimeSpan.FromMinutes(30);
}
