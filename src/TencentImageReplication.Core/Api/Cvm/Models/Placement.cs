namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The zone and host of an instance.</summary>
public sealed record Placement
{
    /// <summary>The zone's name. Required in a request.</summary>
    public string? Zone { get; init; }

    /// <summary>The project; 0 is the default one.</summary>
    public long? ProjectId { get; init; }

    /// <summary>Dedicated hosts to choose from. Only in requests.</summary>
    public IReadOnlyList<string>? HostIds { get; init; }

    /// <summary>The dedicated host. Only in responses.</summary>
    public string? HostId { get; init; }

    /// <summary>The use of reserved resources: <c>ResourcePool</c>.</summary>
    public string? DedicatedResourcePackTenancy { get; init; }

    /// <summary>The reserved resources.</summary>
    public IReadOnlyList<string>? DedicatedResourcePackIds { get; init; }

    /// <summary>The rack of the resource pool. Only in responses.</summary>
    public string? RackId { get; init; }
}
