namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The internet access of an instance.</summary>
public sealed record InternetAccessible
{
    /// <summary>
    /// <c>BANDWIDTH_PREPAID</c>, <c>TRAFFIC_POSTPAID_BY_HOUR</c>, <c>BANDWIDTH_POSTPAID_BY_HOUR</c> or
    /// <c>BANDWIDTH_PACKAGE</c>.
    /// </summary>
    public string? InternetChargeType { get; init; }

    /// <summary>Largest outgoing bandwidth, in Mbit/s; 0 by default.</summary>
    public long? InternetMaxBandwidthOut { get; init; }

    /// <summary>True to assign a public address. Only in requests.</summary>
    public bool? PublicIpAssigned { get; init; }

    /// <summary>The bandwidth package. Only in requests.</summary>
    public string? BandwidthPackageId { get; init; }

    /// <summary>The line: <c>BGP</c> (by default), <c>CMCC</c>, <c>CTCC</c> or <c>CUCC</c>.</summary>
    public string? InternetServiceProvider { get; init; }

    /// <summary><c>WanIP</c>, <c>HighQualityEIP</c> or <c>AntiDDoSEIP</c>.</summary>
    public string? IPv4AddressType { get; init; }

    /// <summary><c>EIPv6</c> or <c>HighQualityEIPv6</c>.</summary>
    public string? IPv6AddressType { get; init; }

    /// <summary>The protection package, required with <c>AntiDDoSEIP</c>.</summary>
    public string? AntiDDoSPackageId { get; init; }
}
