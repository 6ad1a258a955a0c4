using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>CreateLaunchTemplateVersion: creates a version of a launch template. It does not become the default.</summary>
    public static CvmAction<CreateLaunchTemplateVersionRequest, CreateLaunchTemplateVersionResponse> CreateLaunchTemplateVersion => new(
        nameof(CreateLaunchTemplateVersion),
        requestsPerSecond: 20,
        RetrySafety.WithClientToken,
        clientTokenOf: request => request.ClientToken,
        secretsOf: request => [request.LoginSettings?.Password, request.UserData]);
}

/// <summary>The version to create. What is not set is that of <see cref="LaunchTemplateVersion"/>.</summary>
public sealed record CreateLaunchTemplateVersionRequest : InstanceSpecification
{
    /// <summary>The zone and the hosts in it.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The template.</summary>
    public required string LaunchTemplateId { get; init; }

    /// <summary>The version to start from: what is not set is that of this version. Default: the default version.</summary>
    public long? LaunchTemplateVersion { get; init; }

    /// <summary>The description, 2 to 256 characters.</summary>
    public string? LaunchTemplateVersionDescription { get; init; }

    /// <summary>The image to create instances from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The time to terminate the instances at.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string>? DisasterRecoverGroupIds { get; init; }

    /// <summary>Data for the instance's first start, as base64, at most 16 KB before encoding.</summary>
    public string? UserData { get; init; }

    /// <summary>True to only check that the version could be created.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The CAM role of the instances.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>True to protect the instances from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>True to use jumbo frames.</summary>
    public bool? EnableJumboFrame { get; init; }

    /// <summary>The way to combine the values that are set with those of the version to start from.</summary>
    public string? TemplateDataModifyAction { get; init; }
}

/// <summary>The version that was created.</summary>
public sealed record CreateLaunchTemplateVersionResponse : CvmResponse
{
    /// <summary>Its number.</summary>
    public long? LaunchTemplateVersionNumber { get; init; }
}
