using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>ModifyLaunchTemplateDefaultVersion: sets the version that instances are created from if no version is specified.</summary>
    public static CvmAction<ModifyLaunchTemplateDefaultVersionRequest, ModifyLaunchTemplateDefaultVersionResponse> ModifyLaunchTemplateDefaultVersion => new(
        nameof(ModifyLaunchTemplateDefaultVersion),
        // Not documented: the rate of the other actions of launch templates.
        requestsPerSecond: 20,
        RetrySafety.Always);
}

/// <summary>The version to make the default.</summary>
public sealed record ModifyLaunchTemplateDefaultVersionRequest
{
    /// <summary>The template.</summary>
    public required string LaunchTemplateId { get; init; }

    /// <summary>The number of the version. The service refuses the number of the version that is the default already.</summary>
    public required long DefaultVersion { get; init; }
}

/// <summary>The response, which has only a request ID.</summary>
public sealed record ModifyLaunchTemplateDefaultVersionResponse : CvmResponse;
