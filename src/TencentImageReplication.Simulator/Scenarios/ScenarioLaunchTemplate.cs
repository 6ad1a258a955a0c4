using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A launch template to start with.</summary>
public sealed record ScenarioLaunchTemplate
{
    /// <summary>The ID, <c>lt-</c> and eight characters; drawn by default.</summary>
    public string? LaunchTemplateId { get; init; }

    /// <summary>The name, 2 to 128 characters.</summary>
    public required string LaunchTemplateName { get; init; }

    /// <summary>The account that owns it; the first one by default.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region; that of the image of its first version by default.</summary>
    public string? Region { get; init; }

    /// <summary>The time of its creation; the start of the scenario by default.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The number of the default version.</summary>
    public int DefaultVersion { get; init; } = 1;

    /// <summary>The versions. The first one has the number 1.</summary>
    public required IReadOnlyList<ScenarioTemplateVersion> Versions { get; init; }
}
