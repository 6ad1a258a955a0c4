namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>A type that goes in or comes out.</summary>
internal sealed record TypeHelp(string Name, IReadOnlyList<Paragraph> Description);
