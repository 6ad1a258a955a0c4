using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The properties of the instances of a launch template version. The service does not return all that can be set.</summary>
public sealed record LaunchTemplateVersionData
{
    /// <summary>The zone and host.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The name of the instances.</summary>
    [FreeText]
    public string? InstanceName { get; init; }

    /// <summary><c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c>, <c>CDHPAID</c> or <c>SPOTPAID</c>.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The system disk.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<DataDisk> DataDisks { get; init => field = value ?? []; } = [];

    /// <summary>Bandwidth to the internet.</summary>
    public InternetAccessible? InternetAccessible { get; init; }

    /// <summary>The private network.</summary>
    public VirtualPrivateCloud? VirtualPrivateCloud { get; init; }

    /// <summary>The image that instances are created from.</summary>
    public string? ImageId { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init => field = value ?? []; } = [];

    /// <summary>The key pairs.</summary>
    public LoginSettings? LoginSettings { get; init; }

    /// <summary>The CAM role.</summary>
    public string? CamRoleName { get; init; }

    /// <summary>The cluster for high-performance computing.</summary>
    public string? HpcClusterId { get; init; }

    /// <summary>The number of instances to create.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>Tencent's agents.</summary>
    public EnhancedService? EnhancedService { get; init; }

    /// <summary>Data for the first start, as base64. It may contain secrets.</summary>
    [SecretText]
    public string? UserData { get; init; }

    /// <summary>The placement group: one at most.</summary>
    public IReadOnlyList<string> DisasterRecoverGroupIds { get; init => field = value ?? []; } = [];

    /// <summary>The time to terminate the instances at.</summary>
    public ActionTimer? ActionTimer { get; init; }

    /// <summary>The bid for spot instances.</summary>
    public InstanceMarketOptionsRequest? InstanceMarketOptions { get; init; }

    /// <summary>The host name.</summary>
    public string? HostName { get; init; }

    /// <summary>The token of the request.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The prepaid period.</summary>
    public InstanceChargePrepaid? InstanceChargePrepaid { get; init; }

    /// <summary>The tags of the instances.</summary>
    public IReadOnlyList<TagSpecification> TagSpecification { get; init => field = value ?? []; } = [];

    /// <summary>True to protect the instances from termination by an API call.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>Returns only the image, because the data for the first start must not appear in a log.</summary>
    public override string ToString() => $"{nameof(LaunchTemplateVersionData)} {ImageId}";
}
