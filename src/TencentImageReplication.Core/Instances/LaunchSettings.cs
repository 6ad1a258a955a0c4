using System.Security;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Instances;

/// <summary>The settings of new instances that a user has specified. Null means the default.</summary>
public sealed record LaunchSettings
{
    /// <summary>The type, such as <c>S5.MEDIUM4</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The zone; by default one that sells the type.</summary>
    public string? Zone { get; init; }

    /// <summary>The name; by default that of the image.</summary>
    public string? InstanceName { get; init; }

    /// <summary>The number of instances for each image.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The type of the system disk.</summary>
    public string? SystemDiskType { get; init; }

    /// <summary>The size of the system disk in GiB.</summary>
    public int? SystemDiskSizeGB { get; init; }

    /// <summary>The private network.</summary>
    public string? VpcId { get; init; }

    /// <summary>The subnet in the network.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>True to use the default network and security group of the region instead of those of <see cref="Like"/>.</summary>
    public bool UseDefaultNetwork { get; init; }

    /// <summary>The outbound internet bandwidth in Mbit/s.</summary>
    public int? InternetMaxBandwidthOut { get; init; }

    /// <summary>The charge type.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The months of a prepaid instance.</summary>
    public int? PrepaidPeriod { get; init; }

    /// <summary>The key pairs.</summary>
    public IReadOnlyList<string>? KeyIds { get; init; }

    /// <summary>The password.</summary>
    public SecureString? Password { get; init; }

    /// <summary>True to keep the login of the image.</summary>
    public bool KeepImageLogin { get; init; }

    /// <summary>The host name.</summary>
    public string? HostName { get; init; }

    /// <summary>The script or data for the first start, as plain text.</summary>
    public string? UserData { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>The client token.</summary>
    public string? ClientToken { get; init; }

    /// <summary>True to only check the request.</summary>
    public bool DryRun { get; init; }

    /// <summary>The instance whose settings are the defaults.</summary>
    public LikeInstance? Like { get; init; }

    /// <summary>Returns only the name of the type, because user data must not appear in a log.</summary>
    public override string ToString() => nameof(LaunchSettings);
}
