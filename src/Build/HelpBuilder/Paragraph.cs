namespace TencentImageReplication.HelpBuilder;

/// <summary>A paragraph of plain text.</summary>
/// <param name="Text">The text. Code has line breaks in it.</param>
/// <param name="Kind">The layout.</param>
internal sealed record Paragraph(string Text, ParagraphKind Kind);
