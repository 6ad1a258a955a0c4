using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>CreateLaunchTemplateVersion: creates a version of a launch template. It does not become the default.</summary>
    public static CvmAction<CreateLaunchTemplateVersionRequest, CreateLaunchTemplateVersionResponse> CreateLaunchTemplateVersion { get; } = new(
        nameof(CreateLaunchTemplateVersion),
        requestsPerSecond: 20,
        RetrySafety.WithClientToken,
        clientTokenOf: request => request.ClientToken,
        secretsOf: request => [request.LoginSettings?.Password, request.UserData]);
}

/// <summary>The version to create. What is not set is that of <see cref="LaunchTemplateVersion"/>.</summary>
public sealed record CreateLaunchTemplateVersionRequest
{
    /// <summary>The zone and the hosts in it.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The template.</summary>
    public required string LaunchTemplateId { get; init; }

    /// <summary>The version to start from: what is not set is that of this version. Default: the default version.</summary>
    public long? LaunchTemplateVersion { get; init; }

    /// <summary>The description, 2 to 256 characters.</summary>
    public string? LaunchTemplateVersionDescription { get; init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>; chosen by the service by default.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The image to create instances from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The system disk; the service's default by default.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks; none by default.</summary>
    public IReadOnlyList<DataDisk>? DataDisks { get; init; }

    /// <summary>The private network and subnet.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>Bandwidth to the internet; 0 by default.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The number of instances, 1 to 500 (to price: 1 to 100); 1 by default. The price is for all of them.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The name shown, at most 128 characters, patterns such as <c>{R:3}</c> included.</summary>
    public string? InstanceName { get; init; }

    /// <summary>
    /// Password, keys or the log-in of the image. By default, the service sends a random password to the account.
    /// </summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The security groups; the project's default one by default.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tencent's agents for security, monitoring and automation.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>At most 64 ASCII characters, a new one for each purchase. Makes the call safe to retry.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The host name; 2 to 15 characters on Windows, 2 to 60 elsewhere.</summary>
    public string? HostName { get; init; }

    /// <summary>The time to terminate the instances at.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string>? DisasterRecoverGroupIds { get; init; }

    /// <summary>Tags for the created resources.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>Options of spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>Data for the instance's first start, as base64, at most 16 KB before encoding.</summary>
    public string? UserData { get; init; }

    /// <summary>True to only check that the version could be created.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The CAM role of the instances.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>
    /// <c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c> (by default), <c>CDHPAID</c>, <c>SPOTPAID</c> or <c>CDCPAID</c>.
    /// </summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The prepaid period; required with <c>PREPAID</c>.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>True to protect the instances from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>True to use jumbo frames.</summary>
    public bool? EnableJumboFrame { get; init; }

    /// <summary>Metadata that the user sets.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>The way to combine the values that are set with those of the version to start from.</summary>
    public string? TemplateDataModifyAction { get; init; }

    /// <summary>The network interfaces, the primary one included.</summary>
    public IReadOnlyList<NetworkInterfaces>? NetworkInterfaces { get; init; }

    /// <summary>Returns only the template, because the data for the first start must not appear in a log.</summary>
    public override string ToString() => $"{nameof(CreateLaunchTemplateVersionRequest)} {LaunchTemplateId}";
}

/// <summary>The version that was created.</summary>
public sealed record CreateLaunchTemplateVersionResponse : CvmResponse
{
    /// <summary>Its number.</summary>
    public long? LaunchTemplateVersionNumber { get; init; }
}
