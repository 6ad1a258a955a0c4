namespace TencentImageReplication.HelpBuilder.About;

/// <summary>Reads an about topic.</summary>
internal static class TopicPageReader
{
    internal static TopicPage Read(MarkdownPage page)
    {
        // Get-Help reads the one-line description of a topic from this section.
        page.Top.Require("SHORT DESCRIPTION").RequireText();
        page.Top.Require("LONG DESCRIPTION");
        return new TopicPage(page.Name, page.Top);
    }
}
