namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A member of an object in a scenario file.</summary>
/// <param name="Name">The name.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Value">The value.</param>
internal sealed record ScenarioMember(string Name, int Line, ScenarioNode Value);
