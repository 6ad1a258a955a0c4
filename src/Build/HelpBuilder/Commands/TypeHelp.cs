namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>An input or output type.</summary>
internal sealed record TypeHelp(string Name, IReadOnlyList<Paragraph> Description);
