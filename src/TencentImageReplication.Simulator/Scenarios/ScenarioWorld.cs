namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>The accounts, images and instances that a scenario starts with.</summary>
public enum ScenarioWorld
{
    /// <summary>The accounts, images and instances of a new simulated cloud, which the scenario changes and adds to.</summary>
    Default,

    /// <summary>Only the public images.</summary>
    Empty,
}
