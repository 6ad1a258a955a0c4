namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>The settings of a refresh.</summary>
public sealed record RefreshSettings
{
    /// <summary>The batches. Required in a request.</summary>
    public RollingUpdateSettings? RollingUpdateSettings { get; init; }

    /// <summary>True to wait until the application load balancer finds a reinstalled instance healthy. Without one, it has no effect.</summary>
    public bool? CheckInstanceTargetHealth { get; init; }

    /// <summary>The maximum time until then, 60 to 7200 seconds; 1800 by default.</summary>
    public long? CheckInstanceTargetHealthTimeout { get; init; }
}
