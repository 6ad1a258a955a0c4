using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The launch configurations and the scaling groups.</summary>
public sealed class AutoScalingStore
{
    private readonly List<SimulatedLaunchConfiguration> _configurations = [];
    private readonly List<SimulatedScalingGroup> _groups = [];

    /// <summary>The launch configurations of all accounts.</summary>
    public IReadOnlyList<SimulatedLaunchConfiguration> Configurations => _configurations;

    /// <summary>The scaling groups of all accounts.</summary>
    public IReadOnlyList<SimulatedScalingGroup> Groups => _groups;

    /// <summary>Finds a launch configuration; null when there is none.</summary>
    public SimulatedLaunchConfiguration? FindConfiguration(string id) => _configurations.Find(known => known.LaunchConfigurationId == id);

    /// <summary>Finds a scaling group; null when there is none.</summary>
    public SimulatedScalingGroup? FindGroup(string id) => _groups.Find(known => known.AutoScalingGroupId == id);

    /// <summary>Adds a launch configuration, or replaces the one with the same ID.</summary>
    public void Put(SimulatedLaunchConfiguration configuration)
    {
        var index = _configurations.FindIndex(known => known.LaunchConfigurationId == configuration.LaunchConfigurationId);
        if (index < 0)
            _configurations.Add(configuration);
        else
            _configurations[index] = configuration;
    }

    /// <summary>Adds a scaling group, or replaces the one with the same ID.</summary>
    public void Put(SimulatedScalingGroup group)
    {
        var index = _groups.FindIndex(known => known.AutoScalingGroupId == group.AutoScalingGroupId);
        if (index < 0)
            _groups.Add(group);
        else
            _groups[index] = group;
    }
}
