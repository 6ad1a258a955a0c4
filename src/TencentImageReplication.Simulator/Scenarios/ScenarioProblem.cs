namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A mistake in a scenario.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Text">The description, in the language of the UI culture.</param>
public sealed record ScenarioProblem(int Line, string Text);
