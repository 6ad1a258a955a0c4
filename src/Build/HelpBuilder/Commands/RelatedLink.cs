namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>A link to another command, topic or page.</summary>
/// <param name="Text">The text.</param>
/// <param name="Address">The web address; empty for a page of this help.</param>
internal sealed record RelatedLink(string Text, string Address);
