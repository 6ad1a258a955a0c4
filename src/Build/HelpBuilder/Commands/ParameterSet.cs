namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>One way to call a command.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="Parameters">Its parameters, in the order of the syntax.</param>
internal sealed record ParameterSet(string Name, IReadOnlyList<ParameterHelp> Parameters);
