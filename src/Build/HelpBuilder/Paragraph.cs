namespace TencentImageReplication.HelpBuilder;

/// <summary>A paragraph of plain text.</summary>
/// <param name="Text">The text. That of code has line ends in it.</param>
/// <param name="Kind">How it is laid out.</param>
internal sealed record Paragraph(string Text, ParagraphKind Kind);
