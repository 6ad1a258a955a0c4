using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>An instance type in a zone under a charge type, as DescribeZoneInstanceConfigInfos returns it.</summary>
public sealed record InstanceTypeQuotaItem
{
    /// <summary>The zone's name.</summary>
    public string Zone { get; init => field = value ?? ""; } = "";

    /// <summary>The type, such as <c>S5.MEDIUM4</c>.</summary>
    public string InstanceType { get; init => field = value ?? ""; } = "";

    /// <summary><c>PREPAID</c>, <c>POSTPAID_BY_HOUR</c>, <c>CDHPAID</c> or <c>SPOTPAID</c>.</summary>
    public string? InstanceChargeType { get; init; }

    /// <summary>The network card: 25 stands for 25 Gbit/s.</summary>
    public long? NetworkCard { get; init; }

    /// <summary>Extended properties.</summary>
    public Externals? Externals { get; init; }

    /// <summary>Number of virtual CPUs.</summary>
    public long? Cpu { get; init; }

    /// <summary>Memory, in GB.</summary>
    public long? Memory { get; init; }

    /// <summary>The family, such as <c>S5</c>.</summary>
    public string? InstanceFamily { get; init; }

    /// <summary>The display name of the family.</summary>
    public string? TypeName { get; init; }

    /// <summary>Local disks available with it; empty if there are none.</summary>
    public IReadOnlyList<LocalDiskType> LocalDiskTypeList { get; init => field = value ?? []; } = [];

    /// <summary>The availability: <c>SELL</c> or <c>SOLD_OUT</c>.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>Its price.</summary>
    public ItemPrice? Price { get; init; }

    /// <summary>The reason why it is sold out.</summary>
    [MessageText]
    public string? SoldOutReason { get; init; }

    /// <summary>Bandwidth inside the private network, in Gbit/s.</summary>
    public double? InstanceBandwidth { get; init; }

    /// <summary>Packets sent and received, in units of 10,000 a second.</summary>
    public long? InstancePps { get; init; }

    /// <summary>Number of local storage blocks.</summary>
    public long? StorageBlockAmount { get; init; }

    /// <summary>The processor's model.</summary>
    public string? CpuType { get; init; }

    /// <summary>Number of GPUs.</summary>
    public long? Gpu { get; init; }

    /// <summary>Number of FPGAs.</summary>
    public long? Fpga { get; init; }

    /// <summary>A remark from Tencent.</summary>
    [MessageText]
    public string? Remark { get; init; }

    /// <summary>Physical GPUs behind it: below 1 for a virtual GPU.</summary>
    public double? GpuCount { get; init; }

    /// <summary>The processor's clock.</summary>
    public string? Frequency { get; init; }

    /// <summary>
    /// The stock: <c>EnoughStock</c>, <c>NormalStock</c>, <c>UnderStock</c> or <c>WithoutStock</c>.
    /// </summary>
    public string? StatusCategory { get; init; }
}
