using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>DescribeLaunchConfigurations: returns launch configurations of a region.</summary>
public sealed class DescribeLaunchConfigurations : AutoScalingAction<DescribeLaunchConfigurationsRequest, DescribeLaunchConfigurationsResponse>
{
    private DescribeLaunchConfigurations()
        : base(
            nameof(DescribeLaunchConfigurations),
            requestsPerSecond: 20,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeLaunchConfigurations Action { get; } = new();
}

/// <summary>The launch configurations to return; all of them without <see cref="LaunchConfigurationIds"/>.</summary>
public sealed record DescribeLaunchConfigurationsRequest
{
    /// <summary>Configuration IDs, at most 100.</summary>
    public IReadOnlyList<string>? LaunchConfigurationIds { get; init; }

    /// <summary>Maximum number of configurations to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of configurations to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of launch configurations.</summary>
public sealed record DescribeLaunchConfigurationsResponse : ApiResponse
{
    /// <summary>The total number of configurations that match.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The configurations of this page.</summary>
    public IReadOnlyList<LaunchConfiguration> LaunchConfigurationSet { get; init => field = value ?? []; } = [];
}
