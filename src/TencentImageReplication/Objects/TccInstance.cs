using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>An instance, as returned by DescribeInstances.</summary>
public sealed record TccInstance
{
    /// <summary>The instance's ID, such as <c>ins-9bxebleo</c>.</summary>
    public string InstanceId { get; internal init; } = "";

    /// <summary>The instance's name.</summary>
    public string InstanceName { get; internal init; } = "";

    /// <summary>The region of the instance.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The availability zone, such as <c>ap-guangzhou-6</c>. Tencent's Placement.Zone.</summary>
    public string? Zone { get; internal init; }

    /// <summary>The type, such as <c>S5.MEDIUM4</c>.</summary>
    public string InstanceType { get; internal init; } = "";

    /// <summary>The image that it was created from.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The state, such as <c>PENDING</c>, <c>RUNNING</c> or <c>LAUNCH_FAILED</c>. Tencent's InstanceState.</summary>
    public string State { get; internal init; } = "";

    /// <summary>Number of virtual CPUs.</summary>
    public int? Cpu { get; internal init; }

    /// <summary>Memory in GiB.</summary>
    public int? MemoryGB { get; internal init; }

    /// <summary>The first private address of the primary interface.</summary>
    public string? PrivateIpAddress { get; internal init; }

    /// <summary>The first public address of the primary interface.</summary>
    public string? PublicIpAddress { get; internal init; }

    /// <summary><c>POSTPAID_BY_HOUR</c>, <c>PREPAID</c>, <c>SPOTPAID</c> and so on. Tencent's InstanceChargeType.</summary>
    public string? ChargeType { get; internal init; }

    /// <summary>The time of its creation, in UTC.</summary>
    public TccTime? CreatedTime { get; internal init; }

    /// <summary>The tags.</summary>
    public TccTagCollection Tags { get; internal init; } = TccTagCollection.None;

    /// <summary>Tencent's ID of the request that created it; null for an instance that was only listed.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>True if an earlier request created it: nothing new was created.</summary>
    public bool Reused { get; internal init; }

    /// <summary>The client token of the request that created it; null for an instance that was only listed.</summary>
    public string? ClientToken { get; internal init; }

    /// <summary>The instance's ID, so that an instance can be used as an ID.</summary>
    public override string ToString() => InstanceId;

    /// <summary>Creates the row of an instance of a launch.</summary>
    internal static TccInstance From(InstanceLaunch launch, Instance instance, string region) => From(instance, region) with
    {
        RequestId = launch.RequestId,
        Reused = launch.Reused,
        ClientToken = launch.Request.ClientToken,
    };

    internal static TccInstance From(Instance instance, string region) => new()
    {
        InstanceId = instance.InstanceId,
        InstanceName = instance.InstanceName,
        Region = region,
        Zone = instance.Placement?.Zone,
        InstanceType = instance.InstanceType,
        ImageId = instance.ImageId,
        State = instance.InstanceState,
        Cpu = NumberConversion.From(instance.CPU),
        MemoryGB = NumberConversion.From(instance.Memory),
        PrivateIpAddress = instance.PrivateIpAddresses is [var privateIp, ..] ? privateIp : null,
        PublicIpAddress = instance.PublicIpAddresses is [var publicIp, ..] ? publicIp : null,
        ChargeType = instance.InstanceChargeType,
        CreatedTime = instance.CreatedTime,
        Tags = TagConversion.From(instance.Tags),
    };

    /// <summary>An instance that was requested and is not visible yet.</summary>
    internal static TccInstance Requested(InstanceLaunch launch, string instanceId, string region) =>
        Of(launch, region) with { InstanceId = instanceId, State = InstanceStates.Pending };

    /// <summary>The instance that a dry run has checked.</summary>
    internal static TccInstance DryRunPassed(InstanceLaunch launch, string region) =>
        Of(launch, region) with { State = nameof(ImageCopyStatus.DryRunPassed) };

    private static TccInstance Of(InstanceLaunch launch, string region) => new()
    {
        InstanceName = launch.Request.InstanceName ?? "",
        Region = region,
        Zone = launch.Request.Placement?.Zone,
        InstanceType = launch.Request.InstanceType ?? "",
        ImageId = launch.Request.ImageId,
        ChargeType = launch.Request.InstanceChargeType,
        RequestId = launch.RequestId,
        Reused = launch.Reused,
        ClientToken = launch.Request.ClientToken,
    };
}
