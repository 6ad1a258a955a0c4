using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>ModifyLaunchConfigurationAttributes: changes a launch configuration. Instances that exist stay as they are.</summary>
public sealed class ModifyLaunchConfigurationAttributes : AutoScalingAction<ModifyLaunchConfigurationAttributesRequest, ModifyLaunchConfigurationAttributesResponse>
{
    private ModifyLaunchConfigurationAttributes()
        : base(
            nameof(ModifyLaunchConfigurationAttributes),
            requestsPerSecond: 20,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static ModifyLaunchConfigurationAttributes Action { get; } = new();
}

/// <summary>The changes. What has no value stays as it is.</summary>
public sealed record ModifyLaunchConfigurationAttributesRequest
{
    /// <summary>The configuration.</summary>
    public required string LaunchConfigurationId { get; init; }

    /// <summary>The image to create instances from.</summary>
    public string? ImageId { get; init; }
}

/// <summary>The response, which has only a request ID.</summary>
public sealed record ModifyLaunchConfigurationAttributesResponse : ApiResponse;
