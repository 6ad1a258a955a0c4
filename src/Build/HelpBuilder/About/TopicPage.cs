namespace TencentImageReplication.HelpBuilder.About;

/// <summary>An about topic.</summary>
/// <param name="Name">The name, such as <c>about_TccCredentials</c>.</param>
/// <param name="Top">The sections. Get-Help shows those of level 2 in capitals.</param>
internal sealed record TopicPage(string Name, Section Top);
