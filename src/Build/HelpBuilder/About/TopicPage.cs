namespace TencentImageReplication.HelpBuilder.About;

/// <summary>An about topic.</summary>
/// <param name="Name">Its name, such as <c>about_TccCredentials</c>.</param>
/// <param name="Top">Its sections: those of level 2 are the capital ones that Get-Help knows.</param>
internal sealed record TopicPage(string Name, Section Top);
