using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A version of a launch template to start with.</summary>
public sealed record ScenarioTemplateVersion
{
    /// <summary>The image.</summary>
    public required string ImageId { get; init; }

    /// <summary>The zone of the instances; the first open one of the region by default.</summary>
    public string? Zone { get; init; }

    /// <summary>The instance type; chosen by the service by default.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The name of the instances; none by default.</summary>
    public string? InstanceName { get; init; }

    /// <summary>The description; none by default.</summary>
    public string? Description { get; init; }

    /// <summary>The script of the first start in Base64; none by default.</summary>
    public string? UserData { get; init; }

    /// <summary>The tags of the instances.</summary>
    public IReadOnlyList<SimulatedTag> InstanceTags { get; init; } = [];
}
