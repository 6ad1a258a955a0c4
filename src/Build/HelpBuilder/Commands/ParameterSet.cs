namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>A parameter set of a command.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="Parameters">The parameters in the order of the syntax.</param>
internal sealed record ParameterSet(string Name, IReadOnlyList<ParameterHelp> Parameters);
