namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>An availability zone, as DescribeZones returns it.</summary>
public sealed record ZoneInfo
{
    /// <summary>The zone's name, such as <c>ap-guangzhou-3</c>.</summary>
    public string Zone { get; init => field = value ?? ""; } = "";

    /// <summary>The display name, in the language of the request.</summary>
    public string? ZoneName { get; init; }

    /// <summary>The zone's number.</summary>
    public string? ZoneId { get; init; }

    /// <summary><c>AVAILABLE</c> or <c>UNAVAILABLE</c>.</summary>
    public string ZoneState { get; init => field = value ?? ""; } = "";
}
