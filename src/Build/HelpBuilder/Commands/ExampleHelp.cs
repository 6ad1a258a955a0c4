namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>An example.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">What it does.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<Paragraph> Remarks);
