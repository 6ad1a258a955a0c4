using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>The keys of a scenario file.</summary>
public sealed record ScenarioDocument
{
    /// <summary>The description, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The description in Chinese.</summary>
    public string? DescriptionZh { get; init; }

    /// <summary>The accounts, images and instances to start with.</summary>
    public ScenarioWorld World { get; init; }

    /// <summary>The settings of the cloud.</summary>
    public SimulatedCloudOptions Settings { get; init; } = new();

    /// <summary>Accounts and keys to add. One with a known ID or key changes that account.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; init; } = [];

    /// <summary>Roles to add. One with a known name replaces that role.</summary>
    public IReadOnlyList<SimulatedRole> Roles { get; init; } = [];

    /// <summary>Images to add. One with a known ID changes that image.</summary>
    public IReadOnlyList<SimulatedImage> Images { get; init; } = [];

    /// <summary>Instances to add. One with a known ID changes that instance.</summary>
    public IReadOnlyList<SimulatedInstance> Instances { get; init; } = [];

    /// <summary>Copies that are in progress.</summary>
    public IReadOnlyList<ScenarioCopy> Copies { get; init; } = [];

    /// <summary>Launch templates to add.</summary>
    public IReadOnlyList<ScenarioLaunchTemplate> LaunchTemplates { get; init; } = [];

    /// <summary>Launch configurations to add.</summary>
    public IReadOnlyList<SimulatedLaunchConfiguration> LaunchConfigurations { get; init; } = [];

    /// <summary>Scaling groups to add.</summary>
    public IReadOnlyList<ScenarioScalingGroup> AutoScalingGroups { get; init; } = [];

    /// <summary>The seed of random faults; that of the settings by default.</summary>
    public int? FaultSeed { get; init; }

    /// <summary>The faults. The first one that matches a call is played.</summary>
    public IReadOnlyList<ScenarioFault> Faults { get; init; } = [];
}
