namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>A link to another command, topic or page.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Address">Where it is on the web; empty for a page of this help.</param>
internal sealed record RelatedLink(string Text, string Address);
