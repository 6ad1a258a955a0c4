namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>An example.</summary>
/// <param name="Title">The title.</param>
/// <param name="Code">The code.</param>
/// <param name="Remarks">The explanation.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<Paragraph> Remarks);
