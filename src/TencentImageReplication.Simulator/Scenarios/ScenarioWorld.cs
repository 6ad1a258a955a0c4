namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>The accounts and images that a scenario starts with.</summary>
public enum ScenarioWorld
{
    /// <summary>The accounts and images of a new simulated cloud, which the scenario changes and adds to.</summary>
    Default,

    /// <summary>Only the public images.</summary>
    Empty,
}
